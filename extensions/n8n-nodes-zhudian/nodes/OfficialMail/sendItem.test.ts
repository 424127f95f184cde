import type { IExecuteFunctions } from 'n8n-workflow';
import { expect, test, vi } from 'vitest';

import { sendItem } from './sendItem.ts';

const call = vi.hoisted(() => vi.fn());
vi.mock('../shared/callZhudian.ts', () => ({ callZhudian: call }));

const values: Record<string, unknown> = {
	key: 'hazard.major:1:2',
	kind: 'major_hazard',
	hazardId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	to: ['office@city.example'],
	cc: '',
	subject: '重大事故隐患',
	html: '<p>正文</p>',
	attachments: '',
	reminders: 'a,b',
};

const inMode = (mode: string, change: Record<string, unknown> = {}): IExecuteFunctions =>
	({
		getMode: () => mode,
		getNode: () => ({ name: '发送正式邮件' }),
		getInputData: () => [{ json: {} }],
		getNodeParameter: (name: string) => ({ ...values, ...change })[name] ?? '',
	}) as unknown as IExecuteFunctions;

const sentIn = async (mode: string, change: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
	call.mockReset();
	await sendItem(inMode(mode, change), 0);
	const [, request] = call.mock.calls[0] as [unknown, { body: Record<string, unknown> }];
	return request.body;
};

test('a run for an event hands over under its key', async () => {
	expect(await sentIn('trigger')).toMatchObject({
		key: values.key,
		kind: 'major_hazard',
		hazard: values.hazardId,
		subject: '重大事故隐患',
	});
});

test('a run by hand hands over the same: what becomes of a test is Directus’s to decide', async () => {
	expect(await sentIn('manual')).toEqual(await sentIn('trigger'));
});

test('only a reminder notes reminders as sent', async () => {
	expect((await sentIn('trigger', { kind: 'reminder' })).reminders).toEqual(['a', 'b']);
	expect((await sentIn('trigger')).reminders).toBeUndefined();
});
