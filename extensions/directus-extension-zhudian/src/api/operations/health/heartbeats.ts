import type { Knex } from 'knex';
import { secondsSinceSql } from '../../clock/secondsSinceSql.ts';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';

const LEAST_PAUSE = 5000;
const last = new Map<string, number>();

/** Notes that a part was heard of; at most every five seconds, since nobody needs it finer. */
export async function beat(part: string, detail: Record<string, unknown>, database: Knex): Promise<void> {
  const now = performance.now();
  if (now - (last.get(part) ?? -LEAST_PAUSE) < LEAST_PAUSE) return;
  last.set(part, now);
  await database('zhudian_heartbeats')
    .insert({ part, at: database.fn.now(), detail: JSON.stringify(detail) })
    .onConflict('part')
    .merge()
    .timeout(QUERY_TIMEOUT);
}

/** Seconds since a part was heard of; null where it never was. */
export async function secondsSinceBeat(part: string, database: Knex): Promise<number | null> {
  const row: { seconds: number } | undefined = await database('zhudian_heartbeats')
    .where({ part })
    .first(database.raw(`${secondsSinceSql('at')} AS seconds`));
  return row?.seconds ?? null;
}
