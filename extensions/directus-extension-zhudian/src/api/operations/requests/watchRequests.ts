import { requestFate, SILENT_AFTER, type Automation, type OpenRequest } from '@zhudian/core/requests/requestFate.ts';
import { REQUEST_TOPICS, requestOfSql } from '../../events/requestOfSql.ts';
import { secondsSinceBeat } from '../health/heartbeats.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { secondsSinceSql } from '../../clock/secondsSinceSql.ts';

interface Row {
  readonly id: string;
  readonly error: string | null;
  readonly waited: number;
  readonly seq: string | null;
  readonly age: number;
  readonly attempts: number;
  readonly held: boolean;
  readonly failure: string | null;
  readonly behind: boolean;
}

/** Since when n8n has been well as this process knows it, by a clock that nobody sets; null while it is not. */
let wellSince: number | null = null;

/** Sees to it that everything somebody asked for ends, or says why it waits. What becomes of a request is said in the core. */
export async function watchRequests(runtime: Runtime): Promise<void> {
  const { database, config } = runtime;
  const n8n = await howIsN8n(runtime);
  for (const row of await unanswered(config.ZHUDIAN_REQUEST_PATIENCE, runtime)) {
    const fate = requestFate(asOpenRequest(row), n8n, config.ZHUDIAN_REQUEST_PATIENCE);
    if (fate.state === 'failed') await giveUp(row, fate.reason, runtime);
    else if (fate.note !== row.error) await database('documents').where({ id: row.id, status: 'requested' }).update({ error: fate.note });
  }
}

const asOpenRequest = ({ waited, seq, age, attempts, held, failure, behind }: Row): OpenRequest => ({
  waited,
  behind,
  event: seq === null ? null : { age, attempts, held, error: failure },
});

async function howIsN8n({ database }: Runtime): Promise<Automation> {
  const silent = (await secondsSinceBeat('n8n', database)) ?? Infinity;
  wellSince = silent > SILENT_AFTER ? null : (wellSince ?? performance.now());
  return { silent, well: wellSince === null ? 0 : (performance.now() - wellSince) / 1000 };
}

async function unanswered(patience: number, { database }: Runtime): Promise<Row[]> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `WITH open AS (SELECT o.*, ${requestOfSql('o')} AS request FROM outbox o WHERE o.done_at IS NULL AND o.topic = ANY (:topics))
     SELECT d.id, d.error, ${secondsSinceSql('greatest(d.date_created, d.date_updated, o.created_at)')} AS waited,
       o.seq::text, coalesce(${secondsSinceSql('o.created_at')}, 0) AS age, coalesce(o.attempts, 0) AS attempts,
       coalesce(o.lease_until > now(), false) AS held, o.error AS failure,
       EXISTS (SELECT FROM outbox b WHERE b.topic = o.topic AND b.seq <> o.seq AND b.seq > o.seq - 1000
         AND (b.done_at > now() - make_interval(secs => :patience) OR b.done_at IS NULL AND b.lease_until > now())) AS behind
     FROM documents d LEFT JOIN open o ON o.request = d.id::text
     WHERE d.status = 'requested' ORDER BY d.date_created, o.seq`,
    { topics: [...REQUEST_TOPICS], patience },
  );
  return rows;
}

async function giveUp({ id, seq }: Row, reason: string, { database, logger }: Runtime): Promise<void> {
  await database.transaction(async (trx) => {
    const failed = await trx('documents').where({ id, status: 'requested' }).update({ status: 'failed', error: reason, date_updated: trx.fn.now() });
    if (failed === 1 && seq !== null)
      await trx('outbox').where({ seq }).whereNull('done_at').update({ done_at: trx.fn.now(), error: reason, lease_until: null });
  });
  logger.warn(`zhudian: request ${id} is given up: ${reason}`);
}
