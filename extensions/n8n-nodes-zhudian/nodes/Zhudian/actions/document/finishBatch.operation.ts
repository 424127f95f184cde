import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Puts the documents of a batch into one archive, which answers its request. */
export const finishBatch: Operation = {
	resource: 'document',
	option: {
		name: '打包归档',
		value: 'finishBatch',
		action: '把一个月的文书打包归档',
		description: 'The archive appears with whoever asked for it',
	},
	fields: [
		{
			displayName: '申请编号',
			name: 'requestId',
			type: 'string',
			default: '={{ $json.request }}',
			required: true,
		},
	],
	async execute(context, itemIndex) {
		const id = String(context.getNodeParameter('requestId', itemIndex));
		const path = `/zhudian/documents/${encodeURIComponent(id)}/batch/finish`;
		const stored = await callZhudian<IDataObject>(context, { method: 'POST', path });
		return [{ json: { request: id, stored } }];
	},
};
