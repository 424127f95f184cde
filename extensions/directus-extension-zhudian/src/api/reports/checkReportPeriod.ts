import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import { farDayFault } from '@zhudian/core/calendar/farDayFault.ts';
import { periodFault } from '@zhudian/core/calendar/periodFault.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import { readSettings } from '../settings/Settings.ts';
import type { Payload } from '../runtime/Payload.ts';
import { standing } from '../runtime/standing.ts';

/** How many months ahead a deadline of its own is set. */
const AHEAD = 12;

/** Checks a month's own deadline as it would stand after a save: of a month that is counted, and not long before it. */
export async function checkReportPeriod(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = keys.length === 0 ? [{}] : await standing('report_periods', [], keys, database);
  const [{ first, today }, { timezone }] = await Promise.all([periodBounds(database), readSettings(database)]);
  for (const row of rows) {
    const { period, due_at }: Payload = { ...row, ...change };
    const fault = periodFault(period, { first, last: monthsOn(today, AHEAD).slice(0, 7) });
    const faults: FieldFault[] = fault ? [{ field: 'period', rule: `report_period.period.${fault.rule}`, message: fault.message }] : [];
    if (!fault) faults.push(...dueFaults(String(period), due_at, timezone, today));
    throwFaults('report_periods', faults);
  }
}

/** The notice set October's to 26 September: no earlier than the month before its own. */
function dueFaults(period: string, due_at: unknown, timezone: string, today: string): FieldFault[] {
  if (due_at === null || due_at === undefined || due_at === '') return [];
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'due_at', rule: `report_period.due_at.${rule}`, message }];
  const moment = new Date(due_at as string | Date);
  if (Number.isNaN(moment.getTime())) return fault('moment', '报送时限不是有效的日期和时间');
  const day = dayIn(moment, timezone);
  const from = monthsOn(`${period}-01`, -1);
  if (day < from) return fault('before', `报送时限 ${day} 早于 ${from}；${period} 的报告最早在上月报送`);
  const far = farDayFault(day, '报送时限', today);
  return far ? fault('far', far) : [];
}

/** The first of the month so many months on. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
