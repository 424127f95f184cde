import { expect, it } from 'vitest';
import { median } from './median.ts';

it('is the middle one, or halfway between the two in the middle, in whatever order they come', () => {
  expect([median([10, 1, 3]), median([10, 1, 4, 2]), median([7]), median([9, 1])]).toEqual([3, 3, 7, 5]);
});

it('is none of nothing', () => expect(median([])).toBeNaN());
