import { expect, it } from 'vitest';
import { monthsOn } from './monthsOn.ts';

it.each([
  ['2026-11', 0, '2026-11'],
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-01-31', 1, '2026-02'],
  ['2026-03', -15, '2024-12'],
])('%s and %i months are %s', (month, months, expected) => {
  expect(monthsOn(month, months)).toBe(expected);
});
