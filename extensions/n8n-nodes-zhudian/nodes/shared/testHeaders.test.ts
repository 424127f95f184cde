import type { IExecuteFunctions } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { testHeaders } from './testHeaders.ts';

const run = (mode: string, rootExecutionMode?: string): IExecuteFunctions =>
	({ getMode: () => mode, additionalData: { rootExecutionMode } }) as unknown as IExecuteFunctions;

test('a run that a person tries says so to Directus, and so does the sub-workflow it calls', () => {
	for (const tried of [run('manual'), run('evaluation'), run('cli'), run('integrated', 'manual')])
		expect(testHeaders(tried)).toEqual({ 'X-Zhudian-Test-Run': 'true' });
});

test('any other run does not', () => {
	for (const real of [
		run('trigger'),
		run('retry'),
		run('webhook'),
		run('error'),
		run('integrated'),
		run('integrated', 'trigger'),
	])
		expect(testHeaders(real)).toEqual({});
});
