import chineseDays from 'chinese-days';
import { DateTime } from 'luxon';
import { knowsYear } from './knowsYear.ts';

const answers = new Map<string, boolean>();

/**
 * Whether offices work on a day, `YYYY-MM-DD`: no weekend and no public holiday, or a Saturday or Sunday that is worked instead of one.
 * In a year that `knowsYear` denies, Monday to Friday.
 */
export function isWorkday(day: string): boolean {
  const known = answers.get(day);
  if (known !== undefined) return known;
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid) throw new RangeError(`no day: "${day}"`);
  // Noon: chinese-days reads a bare day as midnight in UTC and asks for its weekday by the server's clock, west of Greenwich the day before.
  const answer = knowsYear(date.year) ? chineseDays.isWorkday(`${day}T12:00:00`) : date.weekday <= 5;
  answers.set(day, answer);
  return answer;
}
