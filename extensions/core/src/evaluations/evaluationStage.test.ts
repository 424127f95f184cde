import { expect, it } from 'vitest';
import { evaluationStage } from './evaluationStage.ts';

it.each([
  ['2026-11-30', null],
  ['2026-12-01', 'ask'],
  ['2026-12-24', 'ask'],
  ['2026-12-25', 'last'],
  ['2026-12-31', 'last'],
  ['2027-01-01', 'overdue'],
  ['2027-01-31', 'overdue'],
  ['2027-02-01', null],
] as const)('on %s the evaluation of the fourth quarter is at stage %s', (today, stage) => {
  expect(evaluationStage('2026-Q4', today)).toBe(stage);
});
