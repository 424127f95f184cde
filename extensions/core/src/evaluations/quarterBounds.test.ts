import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quarterBefore } from './quarterBefore.ts';
import { quarterBounds } from './quarterBounds.ts';
import { quarterOf } from './quarterOf.ts';

it.each([
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2024-Q2', '2024-04-01', '2024-06-30'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
])('%s goes from %s to %s', (quarter, first, last) => {
  expect(quarterBounds(quarter)).toEqual({ first, last });
});

it('holds exactly the days that belong to it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (moment) => {
      const day = moment.toISOString().slice(0, 10);
      const { first, last } = quarterBounds(quarterOf(day));
      expect(first <= day && day <= last).toBe(true);
      expect([quarterOf(first), quarterOf(last)]).toEqual([quarterOf(day), quarterOf(day)]);
    }),
  );
});

it.each(['2026-Q5', '2026Q1', ''])('refuses %j', (quarter) => {
  expect(() => quarterBounds(quarter)).toThrow(RangeError);
});

it('follows without a gap on the one before', () => {
  const before = (quarter: string): string => quarterBounds(quarterBefore(quarter)).last;
  expect([before('2026-Q1'), before('2026-Q3')]).toEqual(['2025-12-31', '2026-06-30']);
});
