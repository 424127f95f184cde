import type { Knex } from 'knex';
import { isAheadSql } from '../clock/isAheadSql.ts';
import type { FactsEvent } from '../hazards/gatherFacts.ts';

export interface UnhandedEvent extends FactsEvent {
  readonly seq: string;
  readonly subject: string;
}

/**
 * Events that must reach people and for which no mail is in the ledger after their time, oldest first. Those n8n has in hand
 * come last: in a storm the two then work on different ones.
 *
 * @param except numbers of those that cannot be composed for now: they must not stand in front of the others
 */
export async function unhandedEvents(handoverSeconds: number, except: readonly string[], limit: number, database: Knex): Promise<UnhandedEvent[]> {
  const { rows } = await database.raw<{ rows: UnhandedEvent[] }>(
    `SELECT o.seq::text, o.key, o.topic, o.subject, o.payload, o.created_at
     FROM outbox o
     WHERE o.done_at IS NULL AND o.topic IN ('hazard.major', 'hazard.unacknowledged')
       AND (o.created_at < now() - make_interval(secs => ?) OR ${isAheadSql('o.created_at')})
       AND o.seq <> ALL (?::bigint[])
       AND NOT EXISTS (SELECT FROM deliveries d WHERE d.key = o.key)
     ORDER BY coalesce(o.lease_until > now(), false), o.seq LIMIT ?`,
    [handoverSeconds, [...except], limit],
  );
  return rows;
}
