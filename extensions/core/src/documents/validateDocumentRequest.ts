import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { REQUESTED_KINDS, type RequestedKind, type SubjectField } from './requestedKinds.ts';
import { DOCUMENT_NAMES } from './tagMeanings.ts';

const ABOUT: Readonly<Record<SubjectField, string>> = {
  visit: '驻点记录',
  hazard: '隐患',
  monthly_report: '月报',
  evaluation: '评估',
  county: '县（市、区）',
  period: '月份',
};
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({ ...DOCUMENT_NAMES, visit_batch: '驻点文书打包' }));
/** Where the kinds come from that nobody asks for here. */
const MADE_ELSEWHERE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    city_report: '请在“月末调度”页点“现在汇总”',
    statistics: '月报报送后系统自动生成，请在该月报中下载',
    reminder: '由系统按提醒计划自动发出，不用申请',
  }),
);
/** A month, `YYYY-MM`. */
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The fields that may come with what a kind is about. */
const BESIDE: Readonly<Partial<Record<SubjectField, readonly string[]>>> = { period: ['county', 'enterprise'] };

/**
 * What keeps a request for a document from being one, at its field; empty when nothing does. Whether the thing exists, and is the asker's to
 * ask about, is not judged here.
 *
 * @param request the fields of `documents`: `kind` and what it is about
 */
export function validateDocumentRequest(request: Readonly<Record<string, unknown>>): FieldFault[] {
  const { kind } = request;
  if (isBlank(kind)) return [{ field: 'kind', rule: 'document.kind.required', message: '请选择要生成的文书种类' }];
  if (typeof kind !== 'string' || !Object.hasOwn(REQUESTED_KINDS, kind)) {
    const known = typeof kind === 'string' ? NAMES.get(kind) : undefined;
    const instead = typeof kind === 'string' ? (MADE_ELSEWHERE.get(kind) ?? '') : '';
    const message = known ? `“${known}”不能在这里申请：${instead}` : `没有这种文书；可以申请的有：${askable().join('、')}`;
    return [{ field: 'kind', rule: 'document.kind.askable', message }];
  }
  const about: SubjectField = REQUESTED_KINDS[kind as RequestedKind];
  const name = NAMES.get(kind) ?? kind;
  const faults: FieldFault[] = [];
  if (about === 'period' && !(typeof request.period === 'string' && MONTH.test(request.period))) {
    faults.push({ field: 'period', rule: 'document.period.required', message: `请写明“${name}”的月份，如 2026-11` });
  } else if (about !== 'county' && isBlank(request[about])) {
    faults.push({ field: about, rule: `document.${about}.required`, message: `请选择“${name}”针对的${ABOUT[about]}` });
  }
  for (const field of [...Object.keys(ABOUT), 'enterprise']) {
    if (field === about || BESIDE[about]?.includes(field) || isBlank(request[field])) continue;
    faults.push({ field, rule: 'document.about.other', message: `“${name}”只针对${ABOUT[about]}，请去掉这一项` });
  }
  return faults;
}

const askable = (): string[] => Object.keys(REQUESTED_KINDS).map((kind) => NAMES.get(kind) ?? kind);
