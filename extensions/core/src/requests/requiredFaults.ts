import type { FieldFault } from '../errors/FieldFault.ts';
import { FIGURES } from '../reports/figures.ts';
import { VISIT_FIGURES } from '../visits/visitFigures.ts';

type Row = Readonly<Record<string, unknown>>;

const figures = Object.fromEntries(VISIT_FIGURES.map((field) => [field, `“${FIGURES[field]}”不能留空；没有的请填 0`]));

/** What is asked for where a new row lacks it or a change empties it. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  visits: { enterprise: '请选择驻点企业', visited_on: '请填写驻点日期' },
  visit_inspectors: { inspector: '请选择驻点人员' },
  visit_items: { content: '请填写监督事项' },
  visits_photos: { file: '请上传照片' },
  hazards: { enterprise: '请选择企业', title: '请填写隐患名称', description: '请填写隐患描述：在什么部位、发现了什么' },
  hazards_photos_before: { file: '请上传照片' },
  hazards_photos_after: { file: '请上传照片' },
  monthly_reports: { period: '请填写月份，如 2026-11' },
};

/** What has a value of its own in a new row, and is never emptied. */
const KEPT: typeof NEEDED = {
  visits: { status: '请选择状态；新的驻点记录选“草稿”', ...figures },
  hazards: { status: '请选择整改状态；新登记的隐患选“待整改”', severity: '请选择隐患级别：一般隐患或重大事故隐患' },
  monthly_reports: { status: '请选择状态；新的月调度报告选“草稿”', county: '请选择县（市、区）' },
};

/** The collections that are asked. */
export const ASKED = Object.keys(NEEDED);

/**
 * What a row of visits, hazards and reports lacks that it cannot be without, each at its field with what to do.
 *
 * @param isNew whether the row is a new one: what it does not name, it has not
 */
export function requiredFaults(collection: string, sent: Row, isNew: boolean): FieldFault[] {
  const missing = (rules: Readonly<Record<string, string>> | undefined, isMissing: (field: string) => boolean): FieldFault[] =>
    Object.entries(rules ?? {})
      .filter(([field]) => isMissing(field))
      .map(([field, message]) => ({ field, rule: `${collection}.${field}.required`, message }));
  return [
    ...missing(NEEDED[collection], (field) => sent[field] === null || (isNew && sent[field] === undefined)),
    ...missing(KEPT[collection], (field) => sent[field] === null),
  ];
}
