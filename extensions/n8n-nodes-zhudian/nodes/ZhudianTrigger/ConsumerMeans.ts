import type { IRun } from 'n8n-workflow';

import type { EventClient } from './EventClient.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** What the consumer works with; everything that touches the world comes in here. */
export interface ConsumerMeans {
	readonly client: EventClient;
	/** Starts the workflow with events and resolves when the run has ended; rejects when it was cancelled. */
	readonly run: (events: readonly OutboxEvent[]) => Promise<IRun | undefined>;
	/** Milliseconds after which no run can be under way any more: n8n has lost it (its queue was gone), and its events are given back. */
	readonly longestRun: number;
	/** Runs at a time. */
	readonly concurrency: number;
	/** Most events of one run, when more are waiting than there are places. */
	readonly eventsPerRun: number;
	/** Resolves after so many milliseconds. */
	readonly sleep: (milliseconds: number) => Promise<void>;
	/** Milliseconds, only compared with itself. */
	readonly now: () => number;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: { info(message: string): void; warn(message: string): void };
}
