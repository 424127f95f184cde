import type { Knex } from 'knex';
import { usedUp } from './givenUp.ts';
import { kept, longer, openAgain } from './leases.ts';

/** A place of a consumer that answers for nothing, held under a claim. */
interface HeldPlace {
  readonly attempts: number;
  readonly created_at: Date;
}

const held = (claim: string, database: Knex) => database('outbox_places').where({ claim }).whereNull('done_at');

/** Closes a place whose run has succeeded. False where no place is held under this claim, here as below. */
export const finishPlace = async (claim: string, database: Knex): Promise<boolean> =>
  (await held(claim, database).update({ done_at: database.fn.now(), error: null })) === 1;

export const extendPlace = async (claim: string, database: Knex): Promise<Date | null> => {
  const [row] = await held(claim, database).update(longer(database)).returning<{ lease_until: Date }[]>('lease_until');
  return row?.lease_until ?? null;
};

/** Gives a place back after a failure: when it is open again, `ended` where its tries are used up, null where it is not held. */
export async function returnPlace(claim: string, error: string, database: Knex): Promise<Date | 'ended' | null> {
  const { rows } = await database.raw<{ rows: HeldPlace[] }>(
    `SELECT p.attempts, o.created_at FROM outbox_places p JOIN outbox o ON o.id = p.event WHERE p.claim = ? AND p.done_at IS NULL`,
    [claim],
  );
  const [place] = rows;
  if (!place) return null;
  const ends = usedUp(place);
  const [row] = await held(claim, database)
    .update({ ...openAgain(place.attempts, error, database), ...(ends ? { done_at: database.fn.now() } : {}) })
    .returning<{ available_at: Date }[]>('available_at');
  return row ? (ends ? 'ended' : row.available_at) : null;
}

/** Ends the place of one workflow's consumers in an event that can never succeed for them; false where they have none that is open. */
export async function refusePlace(seq: string, workflow: string, reason: string, database: Knex): Promise<boolean> {
  const { rows } = await database.raw<{ rows: unknown[] }>(
    `UPDATE outbox_places p SET done_at = now(), claim = NULL, lease_until = NULL, error = :reason FROM outbox o
     WHERE o.seq = :seq AND p.event = o.id AND p.done_at IS NULL AND starts_with(p.consumer, :consumers) RETURNING 1`,
    { reason: kept(reason), seq, consumers: `n8n:${workflow}:` },
  );
  return rows.length > 0;
}
