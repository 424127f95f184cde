import { expect, it } from 'vitest';
import { partsOf } from './partsOf.ts';

it.each([
  [null, 1],
  ['a', 1],
  [{ id: { _in: ['a', 'b'] } }, 5],
  [[{ _and: [{ a: { _eq: 1 } }, { b: { _eq: 2 } }] }, null], 10],
])('%j has %d parts', (value, parts) => {
  expect(partsOf(value, 1000)).toBe(parts);
});

it('is not counted further than it matters', () => {
  expect(partsOf({ id: { _in: Array.from({ length: 1_000_000 }, (_, n) => n) } }, 100)).toBe(101);
});
