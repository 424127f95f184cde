import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Tells whoever asked for a document why there is none. */
export const refuseDocument: Operation = {
	resource: 'document',
	option: {
		name: '告知不能生成',
		value: 'refuse',
		action: '告知申请人不能生成的原因',
		description: 'Whoever asked reads the reason in the item',
	},
	fields: [
		{
			displayName: '申请编号',
			name: 'requestId',
			type: 'string',
			default: '={{ $json.request }}',
			required: true,
		},
		{ displayName: '原因', name: 'reason', type: 'string', default: '', required: true },
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex));
		const answer = await callZhudian<IDataObject>(context, {
			method: 'POST',
			path: `/zhudian/documents/${encodeURIComponent(text('requestId'))}/failed`,
			body: { error: text('reason').slice(0, 5000) },
		});
		return [{ json: answer }];
	},
};
