import type { DraftPhoto, VisitDraft } from './VisitDraft.ts';
import type { ServerFault } from './SyncState.ts';

/** What the server can say to a request, told apart by what is to be done about it. */
export type Outcome =
  | { readonly kind: 'done'; readonly updated: string | null }
  /** Nobody knows whether it arrived: it is repeated. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'loggedOut' }
  /** Rows under these ids are there already: an earlier request arrived although its answer did not. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'refused'; readonly faults: readonly ServerFault[] };

/** How the server's copy stands. */
export interface ServerCopy {
  readonly updated: string | null;
  /** Whether the last change was the caller's own: an answer that was lost, not somebody else. */
  readonly own: boolean;
  readonly status: VisitDraft['status'];
  /** Ids of the visit and of all rows below it; empty when the server does not know the visit. */
  readonly ids: readonly string[];
}

/** The server as the phone uses it. */
export interface VisitServer {
  look: (id: string) => Promise<ServerCopy | 'unreachable' | 'loggedOut'>;
  /** The visit as it has it. */
  read: (id: string) => Promise<VisitDraft | 'unreachable'>;
  /** The name of whoever changed it last; empty where it is not told. */
  writer: (id: string) => Promise<string>;
  create: (payload: Record<string, unknown>) => Promise<Outcome>;
  change: (id: string, payload: Record<string, unknown>) => Promise<Outcome>;
  upload: (file: string, bytes: Blob, about: Pick<DraftPhoto, 'taken_at' | 'taken_location'> | null, draft: VisitDraft) => Promise<Outcome>;
  /** How many bytes the server has of a file; null when it has none. */
  sizeOf: (file: string) => Promise<number | 'unreachable' | 'loggedOut' | null>;
  removeFile: (file: string) => Promise<Outcome>;
}
