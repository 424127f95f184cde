import { isConfirmed } from './isConfirmed.ts';
import { tellFaults, type SendOutcome } from './SendOutcome.ts';

/** After this long, and so many attempts, without success a mail is given up; a person must then act. Time alone says nothing: the server may have been off. */
const GIVE_UP = { hours: 72, attempts: 20 } as const;

/** What is known of a mail when an attempt has ended. */
export interface AttemptedMail {
  readonly kind: string;
  /** Hours, and attempts, since it was handed over or put back by hand. */
  readonly hours: number;
  readonly attempts: number;
  /** Whether the relay took it, in an earlier attempt, for one of those it is addressed to. */
  readonly reached: boolean;
}

/** What the ledger says after an attempt. */
export interface Settlement {
  readonly status: 'sent' | 'retry' | 'unknown' | 'dead';
  readonly remaining: readonly string[];
  readonly error: string | null;
  readonly response: string | null;
}

/**
 * The ledger's state after one attempt. Even a 5xx is tried again, with growing pauses: most of them are a relay
 * set up wrongly and put right within hours, and a major hazard given up for one is worse than a late one. Other mail
 * is `dead` after three days and many attempts.
 *
 * @param remaining the recipients the attempt was made for
 */
export function settleOutcome(outcome: SendOutcome, remaining: readonly string[], mail: AttemptedMail): Settlement {
  // Nobody gives them up while no one of the addressed has got the mail; the alarm tells instead.
  const isKept = isConfirmed(mail) && !mail.reached;
  const isOver = !isKept && mail.hours >= GIVE_UP.hours && mail.attempts >= GIVE_UP.attempts;
  const again = isOver ? 'dead' : 'retry';
  switch (outcome.kind) {
    case 'accepted': {
      const faults = [...outcome.deferred, ...outcome.refused];
      const error = faults.length === 0 ? null : tellFaults(faults);
      const left = remaining.filter((address) => !outcome.accepted.includes(address));
      return { status: left.length === 0 ? 'sent' : again, remaining: left, error, response: outcome.response };
    }
    case 'unknown':
      return { status: isOver ? 'dead' : 'unknown', remaining, error: outcome.error, response: null };
    case 'deferred':
    case 'refused':
      return { status: again, remaining, error: outcome.error, response: null };
  }
}
