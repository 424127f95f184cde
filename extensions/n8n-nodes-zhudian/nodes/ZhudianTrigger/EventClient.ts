import type { OutboxEvent } from './OutboxEvent.ts';

/** The four requests of the outbox. Each may reject; the caller decides what that means. */
export interface EventClient {
	claim(limit: number, signal: AbortSignal): Promise<readonly OutboxEvent[]>;
	done(event: OutboxEvent): Promise<void>;
	failed(event: OutboxEvent, error: string): Promise<void>;
	extend(event: OutboxEvent): Promise<void>;
}
