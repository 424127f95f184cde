import { expect, it } from 'vitest';
import { monthsBack, percent } from './moments.ts';

it('counts months back over the turn of a year', () => {
  expect(monthsBack('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('calls nothing of nothing all of it', () => {
  expect([percent(0, 0), percent(1, 3), percent(14, 14)]).toEqual([100, 33, 100]);
});
