import type { IExecuteFunctions } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { sendItem } from './sendItem.ts';

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

/** The mail that a run of this kind hands over, as n8n would send it. */
const sentIn = async (mode: string, change: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
	let sent: Record<string, unknown> = {};
	const context = {
		getMode: () => mode,
		getNode: () => ({ name: '发送正式邮件' }),
		getInputData: () => [{ json: {} }],
		getNodeParameter: (name: string) => ({ ...values, ...change })[name] ?? '',
		helpers: {
			httpRequestWithAuthentication: (_credential: string, { body }: { body: Record<string, unknown> }) => {
				sent = body;
				return Promise.resolve({ data: {} });
			},
		},
	};
	await sendItem(context as unknown as IExecuteFunctions, 0);
	return sent;
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
