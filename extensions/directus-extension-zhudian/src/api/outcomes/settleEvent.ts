import type { Knex } from 'knex';
import { ClaimLostError, NeverGivenUpError, NoMailError, NoOutcomeError } from '../errors/errors.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { endEvent } from './endEvent.ts';
import { NEVER_GIVEN_UP, usedUp } from './givenUp.ts';
import { kept, longer, openAgain } from './leases.ts';
import { extendPlace, finishPlace, refusePlace, returnPlace } from './settlePlace.ts';
import type { HeldEvent } from '../events/OutboxEvent.ts';
import { OUTCOMES } from './outcomes.ts';

const HELD = ['seq', 'key', 'topic', 'subject', 'payload', 'created_at', 'attempts'] as const;

/**
 * Closes an event whose outcome is in the database. Only the holder of the claim in force may; anyone else gets `ClaimLostError`. One without its
 * outcome is given back, so that it is tried again, and the watchdog and the alarm see it: a workflow without its last node succeeds as well.
 * Who holds a place of its own answers for nothing: its run is believed.
 */
export async function finishEvent(seq: string, claim: string, runtime: Runtime): Promise<void> {
  const { database } = runtime;
  const event = await held(seq, claim, database);
  if (!event && (await finishPlace(claim, database))) return;
  // The workflow itself has ended it with a reason while its run was under way.
  if (!event && (await database('outbox').where({ seq, claim }).whereNotNull('error').first('id'))) return;
  if (!event) throw new ClaimLostError({ seq });
  const reason = (await OUTCOMES[event.topic]?.(event, runtime)) ?? null;
  if (reason === null) {
    const done = await database('outbox').where({ seq, claim }).whereNull('done_at').update({ done_at: database.fn.now(), error: null });
    if (done === 0) throw new ClaimLostError({ seq });
    return;
  }
  await returnEvent(seq, claim, reason, runtime);
  throw NEVER_GIVEN_UP.includes(event.topic) ? new NoMailError({ seq, reason }) : new NoOutcomeError({ seq, reason });
}

/** Gives an event back after a failure; it is open again after a growing pause. One that has used up its tries ends: null. */
export async function returnEvent(seq: string, claim: string, error: string, runtime: Runtime): Promise<Date | null> {
  const { database } = runtime;
  const event = await held(seq, claim, database);
  if (!event) {
    const place = await returnPlace(claim, error, database);
    if (place === null) throw new ClaimLostError({ seq });
    return place === 'ended' ? null : place;
  }
  if (usedUp(event)) {
    await endEvent(event, kept(error), runtime);
    return null;
  }
  const [row] = await database('outbox')
    .where({ seq, claim })
    .update({ claimed_by: null, ...openAgain(event.attempts, error, database) })
    .returning<{ available_at: Date }[]>('available_at');
  if (!row) throw new ClaimLostError({ seq });
  return row.available_at;
}

/**
 * Ends an event that can never succeed, as its workflow says while it has it in hand. What must reach people is never given up. A workflow that has
 * a place of its own ends that one alone.
 */
export async function refuseEvent(seq: string, workflow: string | undefined, reason: string, runtime: Runtime): Promise<void> {
  const { database } = runtime;
  if (workflow !== undefined && (await refusePlace(seq, workflow, reason, database))) return;
  const event = await database('outbox')
    .where({ seq })
    .whereNull('done_at')
    .first<HeldEvent | undefined>(...HELD);
  if (!event) throw new ClaimLostError({ seq });
  if (NEVER_GIVEN_UP.includes(event.topic)) throw new NeverGivenUpError({ seq });
  await endEvent(event, kept(reason), runtime);
}

/** Holds on to an event whose work takes longer than a lease. */
export async function extendEvent(seq: string, claim: string, database: Knex): Promise<Date> {
  const [row] = await database('outbox')
    .where({ seq, claim })
    .whereNull('done_at')
    .update(longer(database))
    .returning<{ lease_until: Date }[]>('lease_until');
  const until = row?.lease_until ?? (await extendPlace(claim, database));
  if (!until) throw new ClaimLostError({ seq });
  return until;
}

async function held(seq: string, claim: string, database: Knex): Promise<HeldEvent | undefined> {
  return await database('outbox')
    .where({ seq, claim })
    .whereNull('done_at')
    .first<HeldEvent | undefined>(...HELD);
}
