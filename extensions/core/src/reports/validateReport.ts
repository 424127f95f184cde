import { isDay } from '../calendar/isDay.ts';
import { PERIOD } from '../calendar/period.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { textFaults } from '../text/textFaults.ts';
import { figureFaults } from './figures.ts';

type Report = Readonly<Record<string, unknown>>;

const TEXTS = { progress: '工作进展', problems: '问题困难', practices: '经验做法', gap_explanation: '未驻点及未提交说明' } as const;
/** What of a report stands still once it is handed in; of its figures PostgreSQL sees to it. */
const STILL = ['county', 'period', 'contact', 'filled_on', ...Object.keys(TEXTS)];

/** What is wrong with a monthly report as it would stand, handed in or not: its figures, its month, its texts. */
export function validateReport(report: Report): FieldFault[] {
  const faults = figureFaults('report', report);
  if (!PERIOD.test(String(report.period))) faults.push({ field: 'period', rule: 'report.period.shape', message: '月份请写成 2026-11 的样子' });
  return [...faults, ...textFaults('report', TEXTS, report)];
}

/**
 * A draft as well is filled in on no day to come; what is handed in tells it itself.
 *
 * @param today `YYYY-MM-DD`
 */
export function filledFaults({ status, filled_on }: Report, today: string): FieldFault[] {
  if (status === 'submitted' || !isDay(filled_on) || filled_on <= today) return [];
  return [{ field: 'filled_on', rule: 'report.filled_on.future', message: `填表日期 ${filled_on} 晚于今天（${today}）` }];
}

/** A change of what stands still in a report that is handed in. */
export function frozenFaults(report: Report, change: Report): FieldFault[] {
  const touched = STILL.filter((field) => field in change && change[field] !== report[field]);
  return touched.map((field) => ({ field, rule: 'report.frozen', message: '已报送的报告不能改动；请由市级退回后修改' }));
}
