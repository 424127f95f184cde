import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { callZhudian } from '../shared/callZhudian.ts';
import { cleanSubject } from './cleanSubject.ts';
import { splitList } from './splitList.ts';
import { readAttachments } from './readAttachments.ts';

/**
 * Hands the mail of one item over. The item gets `mail`: id, key, status, message_id, and whether it was created. Of a run by hand
 * Directus sends it to the operations address alone, and it says so.
 */
export async function sendItem(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData> {
	const value = (name: string): unknown => context.getNodeParameter(name, itemIndex, '');
	const text = (name: string): string => String(value(name) ?? '');
	const to = splitList(value('to'));
	if (to.length === 0) {
		throw new NodeOperationError(context.getNode(), '没有收件人', {
			itemIndex,
			description: '请在 Directus 的“设置”中填写市级办公室的邮箱，或检查本节点的“收件人”。',
		});
	}
	const mail = await callZhudian<IDataObject>(context, {
		method: 'POST',
		path: '/zhudian/mail',
		body: {
			key: text('key'),
			kind: text('kind'),
			hazard: text('hazardId') || undefined,
			reminders: text('kind') === 'reminder' ? splitList(value('reminders')) : undefined,
			to,
			cc: splitList(value('cc')),
			subject: cleanSubject(text('subject')),
			html: text('html'),
			text: text('options.text') || undefined,
			attachments: await readAttachments(context, itemIndex, splitList(value('attachments'))),
		},
	});
	const item = context.getInputData()[itemIndex];
	return { json: { ...item?.json, mail }, binary: item?.binary };
}
