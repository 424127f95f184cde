import { expect, test } from 'vitest';

import { splitFields } from './splitFields.ts';

test('splits and trims; nothing means everything', () => {
	expect(splitFields('id, title ,enterprise.name')).toEqual(['id', 'title', 'enterprise.name']);
	expect(splitFields(' ')).toEqual(['*']);
});
