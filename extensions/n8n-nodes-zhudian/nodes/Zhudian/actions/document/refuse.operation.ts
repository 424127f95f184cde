import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Tells whoever asked for a document why there is none. */
export const refuseDocument: Operation = {
	resource: 'document',
	option: {
		name: 'Refuse',
		value: 'refuse',
		action: 'Refuse a requested document',
		description: 'Whoever asked reads the reason in the item',
	},
	fields: [
		{
			displayName: 'Request ID',
			name: 'requestId',
			type: 'string',
			default: '={{ $json.request }}',
			required: true,
		},
		{ displayName: 'Reason', name: 'reason', type: 'string', default: '', required: true },
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
