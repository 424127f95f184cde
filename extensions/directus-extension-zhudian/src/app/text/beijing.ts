/** A moment as it is at the city office: `2026-11-30 17:30`. */
export function beijing(moment: string): string {
  return new Date(moment).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}
