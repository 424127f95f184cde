import type { Knex } from 'knex';
import { isAheadSql } from '../clock/isAheadSql.ts';
import { claimedColumns, LEASE_SECONDS, type OutboxEvent } from './OutboxEvent.ts';

export interface ClaimRequest {
  readonly consumer: string;
  /** What people call the consumer: the name of its workflow. */
  readonly name?: string | undefined;
  readonly topics: readonly string[];
  readonly limit: number;
  /** Has places of its own and answers for nothing; else it shares the one place with all who answer for the outcome. */
  readonly own: boolean;
}

/** Events that are open and that nobody holds, by the database's clock. */
const freeSql = (place: string): string =>
  `${place}.done_at IS NULL AND (${place}.available_at <= now() OR ${isAheadSql(`${place}.available_at`)})
   AND (${place}.lease_until IS NULL OR ${place}.lease_until < now() OR ${isAheadSql(`${place}.lease_until`)})`;

const HOLD = 'claim = gen_random_uuid(), lease_until = now() + make_interval(secs => :lease), attempts = p.attempts + 1';

/** Those whose mail is in the ledger already, by the watchdog, come last: in a storm the others are more urgent. */
const SHARED = `WITH open AS (
    SELECT id FROM outbox o WHERE ${freeSql('o')} AND o.topic = ANY (:topics)
    ORDER BY EXISTS (SELECT FROM deliveries d WHERE d.key = o.key), o.available_at, o.seq LIMIT :limit FOR UPDATE SKIP LOCKED)
  UPDATE outbox p SET claimed_by = :consumer, ${HOLD} FROM open WHERE p.id = open.id RETURNING ${claimedColumns('p', 'p')}`;

const OWN = `WITH open AS (
    SELECT o.event, o.consumer FROM outbox_places o JOIN outbox e ON e.id = o.event
    WHERE o.consumer = :consumer AND ${freeSql('o')} AND e.topic = ANY (:topics)
    ORDER BY o.available_at, e.seq LIMIT :limit FOR UPDATE OF o SKIP LOCKED)
  UPDATE outbox_places p SET ${HOLD} FROM open JOIN outbox o ON o.id = open.event
  WHERE p.event = open.event AND p.consumer = open.consumer RETURNING ${claimedColumns('o', 'p')}`;

/** Takes up to `limit` open events in order, under a lease by the database's clock. Claimants never wait for each other. */
export async function claimEvents({ consumer, topics, limit, own }: ClaimRequest, database: Knex): Promise<OutboxEvent[]> {
  const { rows } = await database.raw<{ rows: OutboxEvent[] }>(own ? OWN : SHARED, { consumer, topics: [...topics], limit, lease: LEASE_SECONDS });
  return rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
}
