import type { IRun } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { failureOf } from './failureOf.ts';

const run = (status: string, resultData: object = {}): IRun => ({ status, data: { resultData } }) as IRun;

test.each(['success', 'waiting'])('a run with status %s is handed over', (status) => {
	expect(failureOf(run(status))).toBeNull();
});

test('a failed run tells its node and its error', () => {
	expect(failureOf(run('error', { lastNodeExecuted: '发送正式邮件', error: { message: '不可用' } }))).toBe(
		'节点“发送正式邮件”：不可用',
	);
});

test.each(['canceled', 'crashed', 'error'])('a run with status %s and no error is a failure', (status) => {
	expect(failureOf(run(status))).toContain(status);
});

test('a run without a result is a failure', () => {
	expect(failureOf(undefined)).not.toBeNull();
});
