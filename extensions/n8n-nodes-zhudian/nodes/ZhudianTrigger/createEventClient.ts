import type { ITriggerFunctions } from 'n8n-workflow';

import { callZhudian } from '../shared/callZhudian.ts';
import type { EventClient } from './EventClient.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** Seconds Directus holds an empty claim open. */
const WAIT = 25;
/** Milliseconds; longer than the wait, so that only a dead connection meets it. */
const CLAIM_TIMEOUT = (WAIT + 10) * 1000;
const SETTLE_TIMEOUT = 10_000;
/** Longest error text handed back; more belongs into n8n's own log. */
const MAX_ERROR = 2000;

/** Who asks for events: one trigger node. */
export interface Consumer {
	readonly consumer: string;
	/** The workflow, as people call it. */
	readonly name: string;
	/** Has places of its own, and answers for nothing. */
	readonly own: boolean;
	readonly topics: readonly string[];
}

/** The outbox over HTTP, for one consumer. */
export function createEventClient(context: ITriggerFunctions, { topics, ...consumer }: Consumer): EventClient {
	const settle = async (event: OutboxEvent, action: string, error?: string): Promise<void> => {
		await callZhudian(context, {
			method: 'POST',
			path: `/zhudian/events/${event.seq}/${action}`,
			body: { claim: event.claim, error },
			timeout: SETTLE_TIMEOUT,
		});
	};
	return {
		claim: async (limit, signal) =>
			await callZhudian<OutboxEvent[]>(context, {
				method: 'POST',
				path: '/zhudian/events/claim',
				body: { ...consumer, topics: [...topics], limit, wait: WAIT },
				timeout: CLAIM_TIMEOUT,
				signal,
			}),
		done: async (event) => await settle(event, 'done'),
		failed: async (event, error) => await settle(event, 'failed', error.slice(0, MAX_ERROR)),
		extend: async (event) => await settle(event, 'extend'),
	};
}
