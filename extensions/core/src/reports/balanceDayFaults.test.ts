import { expect, it } from 'vitest';
import { balanceDayFaults, countedTwiceFaults } from './balanceDayFaults.ts';

const rules = (faults: readonly { rule: string }[]): string[] => faults.map(({ rule }) => rule);

it('an opening balance goes to a day that has come', () => {
  expect(balanceDayFaults('2026-11-23', '2026-11-23')).toEqual([]);
  expect(rules(balanceDayFaults(null, '2026-11-23'))).toEqual(['opening_balance.as_of.required']);
  expect(rules(balanceDayFaults('2026-02-30', '2026-11-23'))).toEqual(['opening_balance.as_of.day']);
  expect(rules(balanceDayFaults('2026-11-24', '2026-11-23'))).toEqual(['opening_balance.as_of.future']);
});

it('it goes to no day before the statistics, and to none from which something is counted already', () => {
  const counted = { since: '2023-08-01', visits: '0', hazards: '0', first: null };
  expect(countedTwiceFaults('2023-08-01', counted)).toEqual([]);
  expect(rules(countedTwiceFaults('2023-07-31', counted))).toEqual(['opening_balance.as_of.since']);
  const [told] = countedTwiceFaults('2026-03-31', { ...counted, visits: '3', hazards: '1', first: '2026-03-02' });
  expect(told?.rule).toBe('opening_balance.as_of.twice');
  expect(told?.message).toContain('驻点记录 3 条、隐患 1 项（最早 2026-03-02）');
});
