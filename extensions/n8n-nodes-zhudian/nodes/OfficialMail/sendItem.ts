import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { callZhudian } from '../shared/callZhudian.ts';
import { cleanSubject } from './cleanSubject.ts';
import { splitList } from './splitList.ts';
import { readAttachments } from './readAttachments.ts';

/**
 * Hands the mail of one item over. The item gets `mail`: id, key, status, message_id, and whether it was created. A run by hand in the
 * editor sends a test that says so, under a key of its own, and reports nothing.
 */
export async function sendItem(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData> {
	const value = (name: string): unknown => context.getNodeParameter(name, itemIndex, '');
	const text = (name: string): string => String(value(name) ?? '');
	const to = splitList(value('to'));
	if (to.length === 0) {
		throw new NodeOperationError(context.getNode(), '没有收件人', {
			itemIndex,
			description: '请在 Directus 的“设置”中填写市级办公室的邮箱，或检查本节点的“To”。',
		});
	}
	// "Execute workflow" in the editor runs with the newest event there is: under its key, the mail of the real run would find this one and stay out.
	const isTest = context.getMode() === 'manual';
	const isReminder = text('kind') === 'reminder' && !isTest;
	const mail = await callZhudian<IDataObject>(context, {
		method: 'POST',
		path: '/zhudian/mail',
		body: {
			key: isTest ? `test:${randomUUID()}` : text('key'),
			kind: isTest ? 'operations' : text('kind'),
			hazard: (!isTest && text('hazardId')) || undefined,
			reminders: isReminder ? splitList(value('reminders')) : undefined,
			to,
			cc: splitList(value('cc')),
			subject: cleanSubject(isTest ? `【测试】${text('subject')}` : text('subject')),
			html: text('html'),
			text: text('options.text') || undefined,
			attachments: await readAttachments(context, itemIndex, splitList(value('attachments'))),
		},
	});
	const item = context.getInputData()[itemIndex];
	return { json: { ...item?.json, mail }, binary: item?.binary };
}
