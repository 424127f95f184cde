import type { IDataObject } from 'n8n-workflow';

/** A claimed row of the outbox, as POST /zhudian/events/claim answers it. */
export interface OutboxEvent {
	/** bigserial, as text. */
	readonly seq: string;
	/** Idempotency key: the same for every attempt at this event. */
	readonly key: string;
	readonly topic: string;
	/** Id of what the event is about. */
	readonly subject: string;
	readonly payload: IDataObject;
	readonly created_at: string;
	readonly attempts: number;
	/** Fences the claim: done, failed and extend are refused once somebody else holds the event. */
	readonly claim: string;
	readonly lease_until: string;
}
