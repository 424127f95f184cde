import { describe, expect, it } from 'vitest';
import { validateEvaluation, type EvaluationDraft } from './validateEvaluation.ts';

const DAYS = { since: '2023-08-01', today: '2026-11-23' };
const rules = (change: EvaluationDraft, known?: unknown): string[] =>
  validateEvaluation({ kind: 'quarterly', quarter: '2026-Q4', evaluated_on: '2026-11-20', ...change }, known, DAYS).map(({ rule }) => rule);

describe('an evaluation', () => {
  it('of a quarter that has begun, on a day in it, may be saved', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ score: '92.5', findings: '查看驻点记录 12 份' })).toEqual([]);
    expect(rules({ quarter: '2026-Q3', evaluated_on: '2026-07-01' })).toEqual([]);
  });

  it.each([
    [{ score: 101 }, 'evaluation.score.range'],
    [{ score: '-1' }, 'evaluation.score.range'],
    [{ score: '优' }, 'evaluation.score.range'],
    [{ findings: '查看\u0007驻点记录' }, 'evaluation.findings.plain'],
    [{ evaluated_on: '' }, 'evaluation.evaluated_on.day'],
    [{ evaluated_on: '2026-11-24' }, 'evaluation.evaluated_on.future'],
    [{ evaluated_on: '2026-09-30' }, 'evaluation.evaluated_on.before'],
  ])('with %j is refused: %s', (change, rule) => {
    expect(rules(change)).toEqual([rule]);
  });

  it('of a quarter that is none, or none to evaluate, is refused, unless it has that quarter already', () => {
    expect(rules({ quarter: '2026-Q5' })).toEqual(['evaluation.quarter.shape']);
    expect(rules({ quarter: '2022-Q1' })).toEqual(['evaluation.quarter.since']);
    expect(rules({ quarter: '2022-Q1' }, '2022-Q1')).toEqual([]);
    expect(rules({ quarter: 'once' }, 'once')).toEqual(['evaluation.quarter.shape']);
    expect(rules({ quarter: undefined })).toEqual(['evaluation.quarter.shape']);
  });
});

describe('the reply to an inspection', () => {
  const reply = (change: EvaluationDraft): string[] => rules({ kind: 'city_inspection', ...change });

  it('is asked for, and comes, from its day on', () => {
    expect(reply({ reply_due: '2026-12-20', replied_on: '2026-11-23' })).toEqual([]);
    expect(reply({ reply_due: '2026-11-19' })).toEqual(['evaluation.reply_due.before']);
    expect(reply({ replied_on: '2026-11-19' })).toEqual(['evaluation.replied_on.before']);
    expect(reply({ replied_on: '2026-11-24' })).toEqual(['evaluation.replied_on.future']);
    expect(reply({ reply_due: '2206-12-20' })).toEqual(['evaluation.reply_due.far']);
    expect(reply({ reply_due: '12月' })).toEqual(['evaluation.reply_due.day']);
    // Its own day is asked for first.
    expect(reply({ evaluated_on: null, reply_due: '2026-11-19' })).toEqual(['evaluation.evaluated_on.day']);
  });

  it('is of an inspection alone', () => {
    expect(rules({ reply_due: '2026-12-20' })).toEqual(['evaluation.reply_due.kind']);
  });
});
