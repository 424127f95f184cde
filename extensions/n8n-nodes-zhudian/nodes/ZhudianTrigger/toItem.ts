import type { INodeExecutionData } from 'n8n-workflow';

import type { OutboxEvent } from './OutboxEvent.ts';

/** The item a workflow starts with. Claim and lease stay behind: only the trigger settles an event. */
export function toItem({ seq, key, topic, subject, payload, created_at, attempts }: OutboxEvent): INodeExecutionData {
	return { json: { seq, key, topic, subject, payload, created_at, attempts } };
}
