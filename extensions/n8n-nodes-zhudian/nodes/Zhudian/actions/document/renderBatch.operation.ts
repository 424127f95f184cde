import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Makes the next documents of a batch in Directus: run it again until the batch is finished. */
export const renderBatch: Operation = {
	resource: 'document',
	option: {
		name: '生成下一批',
		value: 'renderBatch',
		action: '生成下一批文书',
		description: 'Says how many visits are done, and whether that was all',
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
		const path = `/zhudian/documents/${encodeURIComponent(id)}/batch/next`;
		const progress = await callZhudian<IDataObject>(context, { method: 'POST', path });
		return [{ json: { request: id, ...progress } }];
	},
};
