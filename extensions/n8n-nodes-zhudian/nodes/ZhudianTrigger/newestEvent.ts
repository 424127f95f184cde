import type { ITriggerFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { callZhudian } from '../shared/callZhudian.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** The newest event of these topics, read and not claimed: what a test step in the editor shows. */
export async function newestEvent(context: ITriggerFunctions, topics: readonly string[]): Promise<OutboxEvent> {
	const [event] = await callZhudian<OutboxEvent[]>(context, {
		method: 'GET',
		path: '/items/outbox',
		query: {
			filter: JSON.stringify({ topic: { _in: topics } }),
			fields: 'seq,key,topic,subject,payload,created_at,attempts',
			sort: '-seq',
			limit: 1,
		},
	});
	if (event !== undefined) return event;
	throw new NodeOperationError(context.getNode(), '还没有可用于测试的事件', {
		description: '请先在 Directus 中登记一条重大事故隐患，再测试本步骤。',
	});
}
