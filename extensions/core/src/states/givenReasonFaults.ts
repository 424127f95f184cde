import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import type { StepWords } from './stepFaults.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a reason for sending back that a save brings: it is written in the step that sends back, and stays until the next one.
 * What is sent as it stands is no change. What a step's reason has to say is told by `stepFaults`.
 *
 * @param back the state that a row is sent back to
 * @param row as it stands; null for a new one
 */
export function givenReasonFaults({ kind, states }: StepWords, back: string, row: Row | null, change: Row): FieldFault[] {
  const field = 'return_reason';
  if (!(field in change) || same(change[field], row?.[field])) return [];
  const [to, from] = [change.status ?? row?.status, row?.status];
  if (row !== null && to === back && from !== back) return [];
  if (change.status === back) {
    const message = '刚刚已由他人退回，退回原因不能改写；请刷新后查看，还有其他意见的，请在下次提交后再退回';
    return [{ field, rule: `${kind}.${field}.twice`, message }];
  }
  const message = `退回原因只在退回时填写，之后不能改写或清空；要退回的，请同时把状态改为“${states[back] ?? back}”`;
  return [{ field, rule: `${kind}.${field}.state`, message }];
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (isBlank(one) && isBlank(other));
}
