import type { SendOutcome } from './SendOutcome.ts';

/** After this long without success a mail is given up; a person must then act. */
export const GIVE_UP_AFTER_HOURS = 72;

/** What the ledger says after an attempt. */
export interface Settlement {
  readonly status: 'sent' | 'retry' | 'unknown' | 'dead';
  readonly remaining: readonly string[];
  readonly error: string | null;
  readonly response: string | null;
}

/**
 * The ledger's state after one attempt. Even a 5xx is tried again, with growing pauses: most of them are a relay
 * set up wrongly and put right within hours, and a major hazard given up for one is worse than a late one. A mail
 * is `dead` only after {@link GIVE_UP_AFTER_HOURS}.
 *
 * @param remaining the recipients the attempt was made for
 * @param ageHours hours since the mail was handed over
 */
export function settleOutcome(outcome: SendOutcome, remaining: readonly string[], ageHours: number): Settlement {
  const again = ageHours >= GIVE_UP_AFTER_HOURS ? 'dead' : 'retry';
  switch (outcome.kind) {
    case 'accepted': {
      const faults = [...outcome.deferred, ...outcome.refused];
      const error = faults.length === 0 ? null : faults.map((fault) => `${fault.address}: ${fault.answer}`).join('\n');
      const left = remaining.filter((address) => !outcome.accepted.includes(address));
      return { status: left.length === 0 ? 'sent' : again, remaining: left, error, response: outcome.response };
    }
    case 'unknown':
      return { status: ageHours >= GIVE_UP_AFTER_HOURS ? 'dead' : 'unknown', remaining, error: outcome.error, response: null };
    case 'deferred':
    case 'refused':
      return { status: again, remaining, error: outcome.error, response: null };
  }
}
