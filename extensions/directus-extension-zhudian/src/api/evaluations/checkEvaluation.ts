import { farDayFault } from '@zhudian/core/calendar/farDayFault.ts';
import { isDay } from '@zhudian/core/calendar/isDay.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { quarterFault } from '@zhudian/core/evaluations/quarterFault.ts';
import { reasonFaults, type StepWords } from '@zhudian/core/states/stepFaults.ts';
import { voidFaults } from '@zhudian/core/states/voidFaults.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { textFaults } from '@zhudian/core/text/textFaults.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { standing } from '../runtime/standing.ts';
import { periodBounds } from '../settings/periodBounds.ts';
import type { Payload } from '../runtime/Payload.ts';
import type { Row } from '../runtime/Row.ts';
import { QUARTER } from '@zhudian/core/evaluations/quarter.ts';

const DAYS = ['evaluated_on', 'reply_due', 'replied_on'] as const;
type Day = (typeof DAYS)[number];
const TEXTS = { findings: '驻点工作情况', practices: '经验做法', problems: '问题困难', suggestions: '意见建议' } as const;
/** Evaluations and inspections have no states: one that says why it is void is void. */
const WORDS: StepWords = { kind: 'evaluation', states: {}, reasons: { void_reason: '作废原因' } };

/** Checks an evaluation as it would stand after a save. */
export async function checkEvaluation(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows: Partial<Row<'evaluations', Day>>[] = keys.length === 0 ? [{}] : await standing('evaluations', DAYS, keys, database);
  if (!isBlank(change.void_reason)) throwFaults('evaluations', reasonFaults(WORDS, 'void_reason', change.void_reason));
  const { since, today: day } = await periodBounds(database);
  for (const row of rows) {
    throwFaults('evaluations', isBlank(row.void_reason) ? [] : voidFaults(WORDS, '评估（督查）', { status: 'void' }, change));
    const evaluation: Payload = { kind: 'quarterly', ...row, ...change };
    const { quarter, evaluated_on, score } = evaluation;
    const faults = textFaults('evaluation', TEXTS, evaluation);
    if (!isBlank(score) && !(Number(score) >= 0 && Number(score) <= 100)) {
      faults.push({ field: 'score', rule: 'evaluation.score.range', message: '评分按百分制填写，为 0 至 100 之间的数' });
    }
    const [, year, number] = QUARTER.exec(String(quarter)) ?? [];
    const wrong = quarter === row.quarter && year ? null : quarterFault(quarter, since, day);
    if (wrong) faults.push({ field: 'quarter', rule: `evaluation.quarter.${wrong.rule}`, message: wrong.message });
    if (!isDay(evaluated_on))
      faults.push({ field: 'evaluated_on', rule: 'evaluation.evaluated_on.day', message: '请填写评估（督查）日期，如 2026-12-20' });
    else if (evaluated_on > day)
      faults.push({ field: 'evaluated_on', rule: 'evaluation.evaluated_on.future', message: `评估（督查）日期 ${evaluated_on} 晚于今天（${day}）` });
    else if (year && evaluated_on < `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`) {
      faults.push({
        field: 'evaluated_on',
        rule: 'evaluation.evaluated_on.before',
        message: `评估（督查）日期 ${evaluated_on} 早于 ${String(quarter)} 开始`,
      });
    }
    throwFaults('evaluations', [...faults, ...replyFaults(evaluation, day)]);
  }
}

/** The reply to an inspection is asked for, and comes, no earlier than its day. */
function replyFaults({ kind, evaluated_on, reply_due, replied_on }: Payload, today: string): FieldFault[] {
  const fault = (field: 'reply_due' | 'replied_on', rule: string, message: string): FieldFault[] => [
    { field, rule: `evaluation.${field}.${rule}`, message },
  ];
  const check = (field: 'reply_due' | 'replied_on', value: unknown, label: string): FieldFault[] => {
    if (isBlank(value)) return [];
    if (kind !== 'city_inspection') return fault(field, 'kind', `只有市级督查才有${label}`);
    if (!isDay(value)) return fault(field, 'day', `${label}不是有效日期，请按 2026-12-25 的形式填写`);
    const far = farDayFault(value, label, today);
    if (far) return fault(field, 'far', far);
    return isDay(evaluated_on) && value < evaluated_on ? fault(field, 'before', `${label} ${value} 早于督查日期 ${evaluated_on}`) : [];
  };
  const future = isDay(replied_on) && replied_on > today ? fault('replied_on', 'future', `收到整改反馈日期 ${replied_on} 晚于今天（${today}）`) : [];
  return [...check('reply_due', reply_due, '整改反馈期限'), ...check('replied_on', replied_on, '收到整改反馈日期'), ...future];
}
