import { expect, it } from 'vitest';
import { beijing, monthsBack, percent } from './moments.ts';

it('tells a moment in Beijing time, whatever zone it was written in', () => {
  expect(beijing('2026-11-30T09:30:00.000Z')).toBe('2026-11-30 17:30');
  expect(beijing('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
});

it('counts months back over the turn of a year', () => {
  expect(monthsBack('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('calls nothing of nothing all of it', () => {
  expect([percent(0, 0), percent(1, 3), percent(14, 14)]).toEqual([100, 33, 100]);
});
