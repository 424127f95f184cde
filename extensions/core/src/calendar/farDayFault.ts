/** Before this day nothing was recorded; a day before it is a slip of the pen. `zhudian_refuse_far_days` in SQL has the same bounds. */
const FIRST_DAY = '2000-01-01';
const YEARS_AHEAD = 10;

/**
 * What is wrong with a day that is out of all reason, such as 0206-11-03 or 2206-11-03; null when nothing is.
 *
 * @param value a day, `YYYY-MM-DD`
 * @param label the field's Chinese name
 * @param today `YYYY-MM-DD`
 */
export function farDayFault(value: string, label: string, today: string): string | null {
  const last = `${String(Number(today.slice(0, 4)) + YEARS_AHEAD).padStart(4, '0')}-12-31`;
  if (value >= FIRST_DAY && value <= last) return null;
  return `${label} ${value} 不在 ${FIRST_DAY} 至 ${last} 之间；请核对年份`;
}
