import type { Difference } from './Difference.ts';

/** Where what was typed has got to. */
export type SyncState =
  | { readonly kind: 'synced'; readonly at: string }
  /** On the phone alone; `again` where an earlier request has arrived in part, so that another one is to follow. */
  | { readonly kind: 'local'; readonly again?: true }
  /** Sent but for what somebody is in the middle of writing. */
  | { readonly kind: 'partly' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'loggedOut' }
  /** The server's is handed in, and something here did not come with it: it can only be read, until the county sends the visit back. */
  | { readonly kind: 'late' }
  | { readonly kind: 'conflict'; readonly by: string; readonly own: boolean; readonly differences: readonly Difference[] }
  | { readonly kind: 'refused'; readonly faults: readonly ServerFault[] };

/** One fault as the server told it. */
export interface ServerFault {
  readonly collection: string | null;
  readonly field: string | null;
  /** The rule that was broken, where one is named. */
  readonly rule?: string;
  readonly message: string;
}
