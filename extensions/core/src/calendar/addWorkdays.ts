import { addDays } from './addDays.ts';
import { isWorkday } from './isWorkday.ts';

/**
 * The working day so many working days after a day, or before it. 0 is the day itself or, where nobody works on it, the last working day
 * before it: what is due on a Sunday is done on the Friday.
 */
export function addWorkdays(day: string, workdays: number): string {
  let at = day;
  if (workdays <= 0) while (!isWorkday(at)) at = addDays(at, -1);
  const step = Math.sign(workdays);
  for (let left = Math.abs(workdays); left > 0;) {
    at = addDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
