/**
 * A day as official papers write it: `2026-11-23` → `2026年11月23日`, months and days without a leading zero.
 * Blank for null; what is no ISO date comes back as it is, so that nothing is lost.
 * Source: GB/T 9704-2012, 7.3.5.4.
 */
export function chineseDate(day: string | null | undefined): string {
  if (day === null || day === undefined) return '';
  return day.replace(
    /^(\d{4})-(\d{2})-(\d{2}).*$/s,
    (_, year: string, month: string, date: string) => `${year}年${Number(month)}月${Number(date)}日`,
  );
}
