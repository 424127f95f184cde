import { isDay } from '../calendar/isDay.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { textFaults } from '../text/textFaults.ts';
import { QUARTER } from './quarter.ts';
import { quarterFault } from './quarterFault.ts';
import { replyFaults } from './replyFaults.ts';

/** An evaluation or inspection as it would stand after a save. Days are `YYYY-MM-DD`. */
export type EvaluationDraft = Readonly<Record<string, unknown>>;

const TEXTS = { findings: '驻点工作情况', practices: '经验做法', problems: '问题困难', suggestions: '意见建议' } as const;

/**
 * Everything wrong with a county's evaluation of a quarter, or the city's inspection; empty when it may be saved.
 *
 * @param known the quarter that it has already: one from before a rule stays
 * @param days the day from which is counted, and the day it is, `YYYY-MM-DD`
 * Source: notice, section four (at least once a quarter).
 */
export function validateEvaluation(
  evaluation: EvaluationDraft,
  known: unknown,
  { since, today }: { readonly since: string; readonly today: string },
): FieldFault[] {
  const { quarter, evaluated_on, score } = evaluation;
  const faults = textFaults('evaluation', TEXTS, evaluation);
  if (!isBlank(score) && !(Number(score) >= 0 && Number(score) <= 100)) {
    faults.push({ field: 'score', rule: 'evaluation.score.range', message: '评分按百分制填写，为 0 至 100 之间的数' });
  }
  const wrong = quarter === known && QUARTER.test(String(quarter)) ? null : quarterFault(quarter, since, today);
  if (wrong) faults.push({ field: 'quarter', rule: `evaluation.quarter.${wrong.rule}`, message: wrong.message });
  return [...faults, ...dayFaults(quarter, evaluated_on, today), ...replyFaults(evaluation, today)];
}

/** Its day is none to come, and none before its quarter. */
function dayFaults(quarter: unknown, evaluated_on: unknown, today: string): FieldFault[] {
  const fault = (rule: string, message: string): FieldFault[] => [{ field: 'evaluated_on', rule: `evaluation.evaluated_on.${rule}`, message }];
  if (!isDay(evaluated_on)) return fault('day', '请填写评估（督查）日期，如 2026-12-20');
  if (evaluated_on > today) return fault('future', `评估（督查）日期 ${evaluated_on} 晚于今天（${today}）`);
  const [, year, number] = QUARTER.exec(String(quarter)) ?? [];
  if (!year || evaluated_on >= `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`) return [];
  return fault('before', `评估（督查）日期 ${evaluated_on} 早于 ${String(quarter)} 开始`);
}
