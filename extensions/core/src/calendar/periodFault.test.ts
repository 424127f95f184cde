import fc from 'fast-check';
import { expect, it } from 'vitest';
import { periodFault } from './periodFault.ts';

const bounds = { first: '2023-08', last: '2026-11' };

it.each([
  ['2030-01', 'future'],
  ['2099-09', 'future'],
  ['2026-12', 'future'],
  ['2023-07', 'since'],
  ['2000-01', 'since'],
  ['2026-13', 'shape'],
  ['2026-1', 'shape'],
  [null, 'shape'],
])('refuses %s: %s', (period, rule) => {
  expect(periodFault(period, bounds)?.rule).toBe(rule);
});

it('lets exactly the months pass that have begun since the statistics have', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const period = `${year}-${String(month).padStart(2, '0')}`;
      expect(periodFault(period, bounds) === null).toBe(period >= '2023-08' && period <= '2026-11');
    }),
  );
});
