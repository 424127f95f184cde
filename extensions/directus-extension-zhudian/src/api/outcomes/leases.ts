import { retryDelay } from '@zhudian/core/mail/retryDelay.ts';
import type { Knex } from 'knex';
import { LEASE_SECONDS } from '../events/OutboxEvent.ts';

/** Longest reason that is kept of a failure. */
const MOST = 5000;

export const kept = (reason: string): string => reason.slice(0, MOST);

/** Holds on to an event, or to a place in one, for another lease. */
export const longer = (database: Knex) => ({ lease_until: database.raw('now() + make_interval(secs => ?)', [LEASE_SECONDS]) });

/** Lets go of an event, or of a place in one, after a failure: open to all again after a pause that grows with its attempts. */
export const openAgain = (attempts: number, error: string, database: Knex) => ({
  claim: null,
  lease_until: null,
  error: kept(error),
  available_at: database.raw(`now() + ? * interval '1 millisecond'`, [retryDelay(attempts, Math.random())]),
});
