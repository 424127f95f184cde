/** An event as it is handed to whoever claimed it. */
export interface OutboxEvent {
  /** Running number, as a text: it may exceed what JavaScript counts exactly. */
  readonly seq: string;
  readonly key: string;
  readonly topic: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly created_at: Date;
  readonly attempts: number;
  /** Proof of this claim; a later claim makes it worthless. */
  readonly claim: string;
  readonly lease_until: Date;
}

/** What is asked of an event when it is settled. */
export type HeldEvent = Pick<OutboxEvent, 'seq' | 'key' | 'topic' | 'subject' | 'payload' | 'created_at' | 'attempts'>;

/** Its columns, with a place's own claim, as `OutboxEvent` has them. `place`: the alias of the row that holds claim and lease. */
export const claimedColumns = (outbox: string, place: string): string =>
  `${outbox}.seq::text, ${outbox}.key, ${outbox}.topic, ${outbox}.subject, ${outbox}.payload, ${outbox}.created_at, ${place}.attempts, ${place}.claim, ${place}.lease_until`;

/** Seconds an event stays with whoever claimed it; after that it is open to all again. */
export const LEASE_SECONDS = 60;
