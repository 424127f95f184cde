import type { Knex } from 'knex';
import { isAheadSql } from '../clock/isAheadSql.ts';
import { LEASE_SECONDS, type OutboxEvent } from './OutboxEvent.ts';

export interface ClaimRequest {
  readonly consumer: string;
  readonly topics: readonly string[];
  readonly limit: number;
}

/**
 * Takes up to `limit` open events in order, under a lease by the database's clock. Claimants never wait for each other.
 * Events whose mail is in the ledger already, by the watchdog, come last: in a storm the others are more urgent.
 */
export async function claimEvents(request: ClaimRequest, database: Knex): Promise<OutboxEvent[]> {
  const { rows } = await database.raw<{ rows: OutboxEvent[] }>(
    `WITH open AS (
       SELECT id FROM outbox
       WHERE done_at IS NULL AND (available_at <= now() OR ${isAheadSql('available_at')})
         AND (lease_until IS NULL OR lease_until < now() OR ${isAheadSql('lease_until')}) AND topic = ANY (?)
       ORDER BY EXISTS (SELECT FROM deliveries d WHERE d.key = outbox.key), available_at, seq LIMIT ? FOR UPDATE SKIP LOCKED)
     UPDATE outbox o
     SET claimed_by = ?, claim = gen_random_uuid(), lease_until = now() + make_interval(secs => ?), attempts = attempts + 1
     FROM open WHERE o.id = open.id
     RETURNING o.seq::text, o.key, o.topic, o.subject, o.payload, o.created_at, o.attempts, o.claim, o.lease_until`,
    [[...request.topics], request.limit, request.consumer, LEASE_SECONDS],
  );
  return rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
}
