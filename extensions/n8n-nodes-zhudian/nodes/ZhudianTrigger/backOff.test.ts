import { expect, test } from 'vitest';

import { backOff } from './backOff.ts';

test('doubles from a quarter of a second and never passes five seconds', () => {
	expect([1, 2, 3, 6, 50, 5000].map((failures) => backOff(failures, 1))).toEqual([250, 500, 1000, 5000, 5000, 5000]);
});

test('leaves half of the pause to chance', () => {
	expect(backOff(3, 0)).toBe(500);
});
