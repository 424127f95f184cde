import { expect, it } from 'vitest';
import { quarterFault } from './quarterFault.ts';

it.each([
  ['2026-Q5', 'shape'],
  [null, 'shape'],
  ['2023-Q2', 'since'],
  ['2027-Q1', 'future'],
  ['2099-Q3', 'future'],
])('refuses %s: %s', (quarter, rule) => {
  expect(quarterFault(quarter, '2023-08-01', '2026-11-23')?.rule).toBe(rule);
});

it.each(['2023-Q3', '2024-Q1', '2026-Q4'])('lets %s pass', (quarter) => {
  expect(quarterFault(quarter, '2023-08-01', '2026-11-23')).toBeNull();
});
