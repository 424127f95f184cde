import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import { isWorkingMoment } from '@zhudian/core/calendar/isWorkingMoment.ts';
import type { Settings } from './Settings.ts';

/** A moment by the office's clock. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Two digits. */
  readonly hour: string;
  /** Whether the office is at work then: nothing that can wait goes out when it is not. */
  readonly working: boolean;
}

/** A moment as the office sees it. */
export function readMoment(at: Date, { timezone, work_starts_at, work_ends_at }: Settings): Moment {
  return {
    day: dayIn(at, timezone),
    hour: new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(at),
    working: isWorkingMoment(at, { start: work_starts_at, end: work_ends_at, timezone }),
  };
}
