import { dayIn } from '../calendar/dayIn.ts';
import { farDayFault } from '../calendar/farDayFault.ts';
import { monthsOn } from '../calendar/monthsOn.ts';
import { periodFault } from '../calendar/periodFault.ts';
import type { FieldFault } from '../errors/FieldFault.ts';

/** How many months ahead a deadline of its own is set. */
const AHEAD = 12;

/** What the rule goes by: the first month that is counted, the day it is, and the office's time zone. */
interface Bounds {
  /** `YYYY-MM`. */
  readonly first: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly timezone: string;
}

/** What is wrong with a month's own deadline as it would stand: it is of a month that is counted, and not long before it. */
export function validateReportPeriod({ period, due_at }: Readonly<Record<string, unknown>>, { first, today, timezone }: Bounds): FieldFault[] {
  const fault = periodFault(period, { first, last: monthsOn(today, AHEAD) });
  if (fault) return [{ field: 'period', rule: `report_period.period.${fault.rule}`, message: fault.message }];
  return dueFaults(String(period), due_at, timezone, today);
}

/** The notice set October's to 26 September: no earlier than the month before its own. */
function dueFaults(period: string, due_at: unknown, timezone: string, today: string): FieldFault[] {
  if (due_at === null || due_at === undefined || due_at === '') return [];
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'due_at', rule: `report_period.due_at.${rule}`, message }];
  const moment = new Date(due_at as string | Date);
  if (Number.isNaN(moment.getTime())) return fault('moment', '报送时限不是有效的日期和时间');
  const day = dayIn(moment, timezone);
  const from = `${monthsOn(period, -1)}-01`;
  if (day < from) return fault('before', `报送时限 ${day} 早于 ${from}；${period} 的报告最早在上月报送`);
  const far = farDayFault(day, '报送时限', today);
  return far ? fault('far', far) : [];
}
