import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import type { StepWords } from './stepFaults.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a change as far as voiding goes: what is void stays as it is; voiding changes nothing else, so that what was voided can be
 * read; and only what is void says why it is. Who may void, and that it says why, is a step's to tell.
 *
 * @param name what the record is called
 */
export function voidFaults({ kind }: StepWords, name: string, row: Row, change: Row): FieldFault[] {
  const fields = Object.keys(change);
  const [first] = fields;
  if (row.status === 'void') {
    if (first === undefined) return [];
    return [{ field: first, rule: `${kind}.void`, message: `该${name}已作废，不能再改动；仍需要的，请重新登记` }];
  }
  if (change.status === 'void') {
    const other = fields.find((field) => field !== 'status' && field !== 'void_reason');
    if (other === undefined) return [];
    return [{ field: other, rule: `${kind}.void.alone`, message: `作废时不能同时改动其他内容；请先撤销该项改动，只填写作废原因` }];
  }
  if (isBlank(change.void_reason)) return [];
  const message = `没有作废的${name}不填作废原因；要作废的，请将状态改为“已作废”`;
  return [{ field: 'void_reason', rule: `${kind}.void_reason.state`, message }];
}
