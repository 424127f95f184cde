/** The quarter that a day (`YYYY-MM-DD`) or a month (`YYYY-MM`) belongs to, as `2026-Q4`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
