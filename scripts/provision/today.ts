/** The day at the city office, `YYYY-MM-DD`, whatever clock the machine keeps. */
export function today(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}
