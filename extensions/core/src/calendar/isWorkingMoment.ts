import { DateTime } from 'luxon';
import { isWorkday } from './isWorkday.ts';

/** When an office is at work. `start` and `end` are times of the day, `HH:MM` or `HH:MM:SS`. */
export interface WorkingHours {
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
}

/** Whether an office is at work at a moment: on a working day, from `start` until before `end`, by its own clock. */
export function isWorkingMoment(moment: Date, { start, end, timezone }: WorkingHours): boolean {
  const local = DateTime.fromJSDate(moment, { zone: timezone });
  if (!local.isValid) throw new RangeError(`unknown time zone "${timezone}" or invalid moment`);
  const time = local.toFormat('HH:mm:ss');
  return isWorkday(local.toFormat('yyyy-MM-dd')) && time >= full(start) && time < full(end);
}

const full = (time: string): string => (time.length === 5 ? `${time}:00` : time);
