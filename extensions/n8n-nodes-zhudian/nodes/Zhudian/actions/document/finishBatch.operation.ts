import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Puts the documents of a batch into one archive, which answers its request. */
export const finishBatch: Operation = {
	resource: 'document',
	option: {
		name: 'Finish a Batch',
		value: 'finishBatch',
		action: 'Finish a batch of documents',
		description: 'The archive appears with whoever asked for it',
	},
	fields: [
		{
			displayName: 'Request ID',
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
