import { fieldError } from './fieldFaults.ts';
import { RefusedError } from './RefusedError.ts';

interface Refusal {
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
}

/** What PostgreSQL says when a rule of ours is broken at the same instant as another save: a rule told, not a server fault. */
const OVERLAP = '保存时有人刚刚登记了同一时段的驻点组；请刷新后再试';

const ASKED = '同样的文书已经申请，正在生成；不用再次申请，完成后会出现在列表中';

/** Rules that PostgreSQL tells where two people save at the same instant, or a row comes by itself: the form shows them at this field. */
const FIELDS: Readonly<Record<string, readonly [collection: string, field: string]>> = {
  visit_inspectors_once: ['visit_inspectors', 'inspector'],
  visits_return_reason_state: ['visits', 'return_reason'],
  monthly_reports_return_reason_state: ['monthly_reports', 'return_reason'],
};

/**
 * The rules that stand in PostgreSQL as well, told as rules. They are met here only where two people save at the same instant or a
 * rule is finer in the database; everything else the forms tell first, at its field.
 */
export function explainRefusal(error: unknown): unknown {
  const { code, constraint, message } = (error ?? {}) as Refusal;
  if (!constraint) return error;
  if (code === '23P01') return new RefusedError({ rule: constraint, message: OVERLAP });
  if (code === '23505' && constraint === 'documents_open_once') return new RefusedError({ rule: constraint, message: ASKED });
  if (code !== '23514') return error;
  // A trigger of ours speaks to people; a plain CHECK knows only its name.
  const told = message && /\p{Script=Han}/u.test(message) ? (message.split(' - ').pop() ?? message) : `数据不符合规则“${constraint}”；请检查填写内容`;
  const place = FIELDS[constraint];
  return place ? fieldError(place[0], { field: place[1], rule: constraint, message: told }) : new RefusedError({ rule: constraint, message: told });
}
