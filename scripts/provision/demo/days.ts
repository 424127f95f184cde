const DAY = 86_400_000;

/** A day some days later (or earlier), as `YYYY-MM-DD`. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from the first to the second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Nobody visits on a weekend: a Saturday becomes the Friday before, a Sunday the Monday after, unless `latest` forbids. */
export function workday(day: string, latest: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const moved = weekday === 6 ? plusDays(day, -1) : weekday === 0 ? plusDays(day, 1) : day;
  return moved > latest ? plusDays(day, weekday === 0 ? -2 : -1) : moved;
}

/** The first day of the month `months` before that of `day`. */
export function monthStart(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

/** A moment at the city office's clock. */
export function momentOf(day: string, time: string): string {
  return `${day}T${time}:00+08:00`;
}
