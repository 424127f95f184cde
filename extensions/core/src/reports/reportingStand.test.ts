import { expect, it } from 'vitest';
import { reportingStand } from './reportingStand.ts';

it.each([
  [0, 0, 'nobody'],
  [2, 2, 'missing'],
  [14, 1, 'missing'],
  [2, 0, 'all'],
] as const)('of %i expected with %i missing says %s', (expected, missing, stand) => {
  expect(reportingStand(expected, missing)).toBe(stand);
});
