import { expect, test } from 'vitest';

import { splitList } from './splitList.ts';

test.each([
	['a@x.example, b@x.example；c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
	[
		['a@x.example', '', ' b@x.example '],
		['a@x.example', 'b@x.example'],
	],
	['', []],
	[undefined, []],
	[null, []],
])('%j names %j', (value, parts) => {
	expect(splitList(value)).toEqual(parts);
});
