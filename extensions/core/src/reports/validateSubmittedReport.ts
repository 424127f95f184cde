import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { isConcrete } from '../text/isConcrete.ts';
import { saysNothing } from '../text/saysNothing.ts';
import { differencesText, figureDifferences, type Compared } from './figureDifferences.ts';
import type { ReportGaps } from './ReportGaps.ts';
import { unnamedEnterprises } from './unnamedEnterprises.ts';

/** The three parts of the narrative (notice, section three), and how each is asked for. */
const PARTS = {
  progress: ['工作进展', '请写明驻点、隐患排查和整改做了什么'],
  problems: ['问题困难', '请写明企业和事项；确实没有的，写明查看了什么，如“查阅12家企业驻点记录和隐患台账，未发现需市级协调的问题”'],
  practices: ['经验做法', '请写明哪家企业、怎么做的、有什么效果；通知要求每月报送'],
} as const;
const NAMED = 8;

/** What a narrative is held against besides the month's gaps. */
export interface Beside {
  readonly compared?: Compared;
  /** The names of the county's enterprises that have had their visit. */
  readonly others?: readonly string[];
}

/**
 * What keeps a monthly report from being handed in, all at once; empty when nothing does. The figures of the table are not asked for: they are
 * counted as it is handed in; those of the text have to be the same. Late is no fault.
 *
 * @param report its own fields
 * @param today `YYYY-MM-DD`
 */
export function validateSubmittedReport(
  report: Readonly<Record<string, unknown>>,
  gaps: ReportGaps,
  today: string,
  { compared, others = [] }: Beside = {},
): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, rule: string, message: string): void => void faults.push({ field, rule: `report.${field}.${rule}`, message });
  for (const [field, [label, how]] of Object.entries(PARTS)) {
    const text = written(report[field]);
    if (isBlank(text)) fault(field, 'required', `请填写${label}。${how}`);
    else if (saysNothing(text)) fault(field, 'concrete', `${label}“${text.trim().slice(0, 20)}”没有写出内容，不能报送；${how}`);
    const told = compared ? differencesText(figureDifferences(text, compared)) : '';
    if (told !== '') {
      const remedy = '请点“刷新数据”或改正文字；只说某家企业或其他月份的，请在同一句里写明企业名称或月份';
      fault(field, 'figures', `${label}中的数与统计不一致：${told}。${remedy}`);
    }
  }
  if (isBlank(report.contact)) fault('contact', 'required', '请选择联系人（附件4表下的联系人）');
  if (!isDay(report.filled_on)) fault('filled_on', 'required', '请填写填表日期，如 2026-11-27');
  else if (report.filled_on > today) fault('filled_on', 'future', `填表日期 ${report.filled_on} 晚于今天（${today}）`);
  faults.push(...gapFaults(written(report.gap_explanation), gaps, others));
  return faults;
}

const written = (value: unknown): string => (typeof value === 'string' ? value : '');

function gapFaults(text: string, gaps: ReportGaps, others: readonly string[]): FieldFault[] {
  const told = gapText(gaps);
  if (told === '') return [];
  const field = 'gap_explanation';
  if (!isConcrete(text)) return [{ field, rule: `report.${field}.required`, message: `${told}。请逐家写明原因和补救安排` }];
  const unnamed = unnamedEnterprises(text, gaps.enterprises, others);
  if (unnamed.length === 0) return [];
  const message = `说明中没有写到本月未驻点的 ${unnamed.length} 家企业：${unnamed.map(({ name }) => name).join('、')}。请逐家写明企业名称、原因和补救安排`;
  return [{ field, rule: `report.${field}.named`, message }];
}

/** The gaps as one sentence without its full stop; blank when there are none. */
export function gapText({ enterprises, visits }: ReportGaps): string {
  const parts = [
    [enterprises.map(({ name }) => name), '家企业本月未驻点', enterprises.length],
    [visits.map(({ enterprise, visited_on }) => `${enterprise} ${visited_on}`), '条驻点记录未提交', NAMED],
  ] as const;
  return parts
    .filter(([names]) => names.length > 0)
    .map(([names, what, most]) => `有 ${names.length} ${what}（${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}）`)
    .join('；');
}
