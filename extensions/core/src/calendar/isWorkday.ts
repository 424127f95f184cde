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
  const answer = knowsYear(date.year) ? chineseDays.isWorkday(day) : date.weekday <= 5;
  answers.set(day, answer);
  return answer;
}
