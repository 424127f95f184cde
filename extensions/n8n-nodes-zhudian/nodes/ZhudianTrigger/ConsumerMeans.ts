import type { IRun } from 'n8n-workflow';

import type { EventClient } from './EventClient.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** What the consumer works with; everything that touches the world comes in here. */
export interface ConsumerMeans {
	readonly client: EventClient;
	/** Starts the workflow with an event and resolves when the run has ended; rejects when it was cancelled. */
	readonly run: (event: OutboxEvent) => Promise<IRun | undefined>;
	/** Runs at a time. */
	readonly concurrency: number;
	/** Resolves after so many milliseconds. */
	readonly sleep: (milliseconds: number) => Promise<void>;
	/** Milliseconds, only compared with itself. */
	readonly now: () => number;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: { info(message: string): void; warn(message: string): void };
}
