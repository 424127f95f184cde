import { expect, it } from 'vitest';
import { correctionFaults, isAsked } from './visitCorrection.ts';

const REASON = '到场人数登记有误';

it('what was handed in changes only with a reason; a step alone, and what is not in, needs none here', () => {
  const rules = (status: string, change: Record<string, unknown>): string[] => correctionFaults({ status }, change).map(({ rule }) => rule);
  expect(rules('submitted', { log: '检查了罐区' })).toEqual(['visit.correction_reason.required']);
  expect(rules('locked', { log: '检查了罐区', status: 'returned', return_reason: REASON })).toEqual(['visit.correction_reason.required']);
  expect(rules('submitted', { log: '检查了罐区', correction_reason: REASON })).toEqual([]);
  expect(rules('submitted', { status: 'returned', return_reason: REASON })).toEqual([]);
  expect(rules('returned', { log: '检查了罐区' })).toEqual([]);
});

it('times of another day are told when somebody writes them, moves the visit or hands it in; anything else always', () => {
  const times = { field: 'left_at', rule: 'visit.left_at.day', message: '' };
  expect(isAsked(times, { log: '检查了罐区' })).toBe(false);
  for (const change of [{ arrived_at: null }, { left_at: null }, { visited_on: '2026-11-23' }, { status: 'submitted' }]) {
    expect(isAsked(times, change)).toBe(true);
  }
  expect(isAsked({ ...times, field: 'log' }, {})).toBe(true);
});
