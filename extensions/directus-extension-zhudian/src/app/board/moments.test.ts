import { expect, it } from 'vitest';
import { monthsBack, percent } from './moments.ts';

it('counts months back over the turn of a year', () => {
  expect(monthsBack('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('has no share of nothing, and calls nothing all that is not', () => {
  expect([percent(0, 0), percent(1, 3), percent(14, 14), percent(299, 300), percent(0, 5)]).toEqual(['—', '33%', '100%', '99%', '0%']);
});
