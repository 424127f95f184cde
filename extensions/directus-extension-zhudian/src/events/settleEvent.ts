import type { Knex } from 'knex';
import { retryDelay } from '@zhudian/core/mail/retryDelay.ts';
import { ClaimLostError } from '../errors/errors.ts';
import { LEASE_SECONDS } from './OutboxEvent.ts';

/** Closes an event whose work is done. Only the holder of the claim in force may; anyone else gets `ClaimLostError`. */
export async function finishEvent(seq: string, claim: string, database: Knex): Promise<void> {
  const done = await database('outbox').where({ seq, claim }).whereNull('done_at').update({ done_at: database.fn.now(), error: null });
  if (done === 0) throw new ClaimLostError({ seq });
}

/** Gives an event back after a failure; it is open again after a growing pause. */
export async function returnEvent(seq: string, claim: string, error: string, database: Knex): Promise<Date> {
  const [event] = await database('outbox').where({ seq, claim }).whereNull('done_at').select<{ attempts: number }[]>('attempts');
  if (!event) throw new ClaimLostError({ seq });
  const [row] = await database('outbox')
    .where({ seq, claim })
    .update({
      claim: null,
      claimed_by: null,
      lease_until: null,
      error: error.slice(0, 5000),
      available_at: database.raw(`now() + ? * interval '1 millisecond'`, [retryDelay(event.attempts, Math.random())]),
    })
    .returning<{ available_at: Date }[]>('available_at');
  if (!row) throw new ClaimLostError({ seq });
  return row.available_at;
}

/** Holds on to an event whose work takes longer than a lease. */
export async function extendEvent(seq: string, claim: string, database: Knex): Promise<Date> {
  const [row] = await database('outbox')
    .where({ seq, claim })
    .whereNull('done_at')
    .update({ lease_until: database.raw('now() + make_interval(secs => ?)', [LEASE_SECONDS]) })
    .returning<{ lease_until: Date }[]>('lease_until');
  if (!row) throw new ClaimLostError({ seq });
  return row.lease_until;
}
