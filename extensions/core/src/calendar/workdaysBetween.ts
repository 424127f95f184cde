import { addDays } from './addDays.ts';
import { isWorkday } from './isWorkday.ts';

/** How many working days lie after one day up to and with another; negative when the other has passed, 0 on the day. */
export function workdaysBetween(from: string, to: string): number {
  if (to < from) return -workdaysBetween(to, from) || 0;
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}
