import { expect, it } from 'vitest';
import { daysLeft, daysSince } from './monthEnd.ts';

it.each([
  ['2026-11-24', 6],
  ['2026-11-30', 0],
  ['2028-02-28', 1],
  ['2027-02-28', 0],
])('after %s the month has %i days', (day, left) => {
  expect(daysLeft(day)).toBe(left);
});

it('counts the age of a hazard in whole days', () => {
  expect(daysSince('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysSince('2026-03-01', '2026-03-01')).toBe(0);
});
