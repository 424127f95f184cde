/** Beijing keeps one time all the year. */
const OFFSET = '+08:00';

/** A moment as a field for date and time takes it, Beijing time: `2026-11-29T07:39`; nothing for nothing. */
export function toInput(moment: string | null | undefined): string {
  if (!moment) return '';
  return new Date(moment).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');
}

/** What was typed there as a moment; null while it is none. */
export function fromInput(typed: string): string | null {
  const moment = new Date(`${typed}${OFFSET}`);
  return typed === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
