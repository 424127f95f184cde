import { DateTime } from 'luxon';

/** A day so many calendar days later (earlier where negative). */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
