import { expect, test } from 'vitest';

import { readFault } from './readFault.ts';

const refused = { errors: [{ message: '事件已由他人处理', extensions: { code: 'ZHUDIAN_CLAIM_LOST' } }] };

test('reads status, code and the words of Directus out of an n8n error', () => {
	const error = { message: 'Conflict - perhaps it exists already', httpCode: '409', context: { data: refused } };
	expect(readFault(error)).toEqual({ status: 409, code: 'ZHUDIAN_CLAIM_LOST', message: '事件已由他人处理' });
});

test('reads an answer that came as bytes', () => {
	const data = new TextEncoder().encode(JSON.stringify(refused));
	expect(readFault({ message: 'x', response: { status: 409, data } }).code).toBe('ZHUDIAN_CLAIM_LOST');
});

test('keeps the raw message beside the friendly one when there was no answer', () => {
	const error = { message: 'The service refused the connection', messages: ['connect ECONNREFUSED 127.0.0.1:8055'] };
	expect(readFault(error)).toEqual({
		status: null,
		code: null,
		message: 'The service refused the connection；connect ECONNREFUSED 127.0.0.1:8055',
	});
});

test.each([undefined, null, 'boom', 7, new Error('boom')])('never fails on %s', (thrown) => {
	expect(readFault(thrown).message).not.toBe('');
});
