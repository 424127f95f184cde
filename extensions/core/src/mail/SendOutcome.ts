/**
 * What one attempt to send a mail came to.
 *
 * - `accepted`: the relay answered 2xx after DATA for every recipient it had taken.
 * - `deferred`: it surely was not taken, and a later attempt may succeed (4xx, no connection, a log-in refused).
 * - `refused`: it surely was not taken, and the relay says it never will be (5xx).
 * - `unknown`: the message was on its way when the answer failed to come; it may have been taken.
 */
export type SendOutcome =
  | {
      readonly kind: 'accepted';
      readonly response: string;
      readonly accepted: readonly string[];
      readonly deferred: readonly RecipientFault[];
      readonly refused: readonly RecipientFault[];
    }
  | { readonly kind: 'deferred' | 'refused' | 'unknown'; readonly error: string };

/** A recipient the relay did not take, with its answer. */
export interface RecipientFault {
  readonly address: string;
  readonly answer: string;
}

/** Faults for the ledger, one to a line. */
export function tellFaults(faults: readonly RecipientFault[]): string {
  return faults.map(({ address, answer }) => `${address}: ${answer}`).join('\n');
}
