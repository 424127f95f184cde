import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import type { ReportGaps } from './ReportGaps.ts';

const PARTS = { progress: '工作进展', problems: '问题困难', practices: '经验做法' } as const;
const NAMED = 8;

/**
 * What keeps a monthly report from being handed in, all at once; empty when nothing does. The figures are not asked for: they are counted as
 * it is handed in. Late is no fault.
 *
 * @param report its own fields
 * @param today `YYYY-MM-DD`
 */
export function validateSubmittedReport(report: Readonly<Record<string, unknown>>, gaps: ReportGaps, today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, rule: string, message: string): void => void faults.push({ field, rule: `report.${field}.${rule}`, message });
  for (const [field, label] of Object.entries(PARTS)) {
    if (isBlank(report[field])) fault(field, 'required', `请填写${label}；本月没有的，写“无”`);
  }
  if (!isBlank(report.progress) && !isConcrete(String(report.progress))) {
    fault('progress', 'concrete', '工作进展请写具体：驻点、隐患排查和整改做了什么');
  }
  if (isBlank(report.contact)) fault('contact', 'required', '请选择联系人（附件4表下的联系人）');
  if (!isDay(report.filled_on)) fault('filled_on', 'required', '请填写填表日期，如 2026-11-27');
  else if (report.filled_on > today) fault('filled_on', 'future', `填表日期 ${report.filled_on} 晚于今天（${today}）`);
  const told = gapText(gaps);
  if (told !== '' && (isBlank(report.gap_explanation) || !isConcrete(String(report.gap_explanation)))) {
    fault('gap_explanation', 'required', `${told}。请逐家写明原因和补救安排`);
  }
  return faults;
}

/** The gaps as one sentence without its full stop; blank when there are none. */
export function gapText({ enterprises, visits }: ReportGaps): string {
  const parts = [
    [enterprises.map(({ name }) => name), '家企业本月未驻点'],
    [visits.map(({ enterprise, visited_on }) => `${enterprise} ${visited_on}`), '条驻点记录未提交'],
  ] as const;
  return parts
    .filter(([names]) => names.length > 0)
    .map(([names, what]) => `有 ${names.length} ${what}（${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}）`)
    .join('；');
}
