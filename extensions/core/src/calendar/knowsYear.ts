import chineseDays from 'chinese-days';

const known = new Map<number, boolean>();

/**
 * Whether the holidays and the make-up working days of a year are known. They are announced each November for the year that follows, and come
 * here with a newer `chinese-days`; until then weekends are all there is to go by.
 */
export function knowsYear(year: number): boolean {
  const answer = known.get(year) ?? chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
  known.set(year, answer);
  return answer;
}
