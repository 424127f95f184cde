import { DateTime } from 'luxon';

/** What the settings say about when a month's reports are due. */
export interface DueRule {
  /** Day of the month; a month that has no such day is due on its last. */
  readonly day: number;
  /** Time of the day, `HH:MM` or `HH:MM:SS`. */
  readonly time: string;
  readonly timezone: string;
  /** The moment set for this month (`report_periods`), ISO 8601; null where none is. */
  readonly override: string | null;
}

/**
 * Until when the reports of a month are due. The same rule as `zhudian_report_due` in SQL; a test holds them against each other.
 * Source: notice, the 30th of each month, in February its last day; single months by their own notice.
 *
 * @param period `YYYY-MM`
 */
export function dueMoment(period: string, { day, time, timezone, override }: DueRule): Date {
  if (override !== null) return new Date(override);
  const month = DateTime.fromISO(`${period}-01T${time}`, { zone: timezone });
  if (!month.isValid) throw new RangeError(`no month, time or time zone: "${period}", "${time}", "${timezone}"`);
  return month.set({ day: Math.min(day, month.daysInMonth) }).toJSDate();
}
