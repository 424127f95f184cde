import type { Knex } from 'knex';
import { secondsSinceSql } from '../clock/secondsSinceSql.ts';

/**
 * Notes why the workflow did not report a major hazard although n8n was there: its run failed, or nobody takes such events. Nothing is noted where n8n
 * was away, or had too much in hand.
 */
export async function noteHandoverFault(seq: string, database: Knex): Promise<void> {
  await database.raw(
    `INSERT INTO handover_faults (event, reason)
     SELECT o.id, r.reason FROM outbox o, LATERAL (SELECT coalesce(o.error, CASE WHEN NOT EXISTS (
         SELECT FROM outbox_consumers c WHERE NOT c.own AND o.topic = ANY (c.topics) AND ${secondsSinceSql('c.seen_at')} < 60)
       THEN '没有流程接收重大隐患事件：流程可能未发布，或凭据不可用' END) AS reason) r
     WHERE o.seq = ? AND r.reason IS NOT NULL
       AND EXISTS (SELECT FROM zhudian_heartbeats b WHERE b.part = 'n8n' AND ${secondsSinceSql('b.at')} < 60)
     ON CONFLICT (event) DO NOTHING`,
    [seq],
  );
}
