import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Ends the event of this run, which can never succeed: it is not tried again, and people read why. */
export const refuseEvent: Operation = {
	resource: 'event',
	option: {
		name: '办结并说明原因',
		value: 'refuse',
		action: '办结事件并说明原因',
		description: 'Ends an event that can never succeed; the reason stands where people look for what it was to make',
	},
	fields: [
		{
			displayName: '事件编号',
			name: 'seq',
			type: 'string',
			default: '={{ $json.seq }}',
			required: true,
		},
		{ displayName: '原因', name: 'reason', type: 'string', default: '', required: true },
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex));
		const answer = await callZhudian<IDataObject>(context, {
			method: 'POST',
			path: `/zhudian/events/${encodeURIComponent(text('seq'))}/refused`,
			body: { error: text('reason').slice(0, 5000), workflow: context.getWorkflow().id },
		});
		return [{ json: answer }];
	},
};
