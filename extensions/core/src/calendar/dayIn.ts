import { DateTime } from 'luxon';

/**
 * The day it is at a moment in a time zone, as `YYYY-MM-DD`.
 *
 * @param instant a moment
 * @param timezone an IANA name, `Asia/Shanghai` for the city office
 */
export function dayIn(instant: Date, timezone: string): string {
  const day = DateTime.fromJSDate(instant, { zone: timezone });
  if (!day.isValid) throw new RangeError(`unknown time zone "${timezone}" or invalid moment`);
  return day.toFormat('yyyy-MM-dd');
}
