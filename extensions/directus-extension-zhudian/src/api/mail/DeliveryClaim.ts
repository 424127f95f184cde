import type { Knex } from 'knex';
import { isAheadSql } from '../clock/isAheadSql.ts';
import { QUERY_TIMEOUT } from '../runtime/queryTimeout.ts';

/** Seconds a mail stays with its sender unless it says that it is still at it; a dead sender's mail is free after that. */
const LEASE_SECONDS = 10;

/** One mail, held by one sender. */
export interface DeliveryClaim {
  readonly id: string;
  readonly claim: string;
  readonly key: string;
  readonly attempts: number;
  readonly remaining: readonly string[];
  /** When an earlier attempt began to hand over the message without hearing the outcome; null when none did. */
  readonly unknown_since: Date | null;
  readonly kind: string;
  /** Since it was handed over or put back by hand. */
  readonly hours: number;
  /** Whether one of those the mail is addressed to has got it already, be it as another of its messages. */
  readonly reached: boolean;
}

/** Takes up to `limit` mails that are due, or whose sender died, under a lease by the database’s clock; copies after all others. */
export async function claimDeliveries(limit: number, database: Knex): Promise<DeliveryClaim[]> {
  const { rows } = await database
    .raw<{ rows: DeliveryClaim[] }>(
      `WITH due AS (
       SELECT id FROM deliveries
       WHERE (status IN ('pending', 'retry', 'unknown') AND (next_attempt_at <= now() OR ${isAheadSql('next_attempt_at')}))
         OR (status = 'sending' AND (lease_until < now() OR ${isAheadSql('lease_until')}))
       ORDER BY kind = 'copy', next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
     UPDATE deliveries d
     SET status = 'sending', claim = gen_random_uuid(), lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
     FROM due WHERE d.id = due.id
     RETURNING d.id, d.claim, d.key, d.attempts, d.remaining, d.data_started_at AS unknown_since,
       d.kind, deliveries_reached(d) AS reached,
       extract(epoch FROM now() - coalesce((SELECT queued_at FROM delivery_messages m WHERE m.delivery = d.id), d.date_created))::float8 / 3600 AS hours`,
      [limit],
    )
    .timeout(QUERY_TIMEOUT);
  return rows;
}

/** Says that the sender is still at it. */
export async function renewLease({ id, claim }: DeliveryClaim, database: Knex): Promise<void> {
  await database('deliveries')
    .where({ id, claim, status: 'sending' })
    .update({ lease_until: database.raw(`now() + make_interval(secs => ${LEASE_SECONDS})`) })
    .timeout(QUERY_TIMEOUT);
}

/**
 * The last look before the message goes over the wire: notes that it does, and tells whether this sender still
 * holds the mail. From here on a missing answer means "may have been taken"; before, it surely was not.
 */
export async function beginData({ id, claim }: DeliveryClaim, database: Knex): Promise<boolean> {
  const begun = await database('deliveries')
    .where({ id, claim, status: 'sending' })
    .whereRaw('lease_until > now()')
    .update({
      repeats: database.raw('repeats + CASE WHEN data_started_at IS NULL THEN 0 ELSE 1 END'),
      data_started_at: database.fn.now(),
    })
    .timeout(QUERY_TIMEOUT);
  return begun === 1;
}
