import type { VisitDraft } from './VisitDraft.ts';
import type { VisitServer } from './VisitServer.ts';

/** What the phone gives the one round of sending. */
export interface SyncMeans {
  readonly server: VisitServer;
  /** The bytes of a picture that is not uploaded yet. */
  readonly bytes: (file: string) => Promise<Blob | undefined>;
  /** Keeps the draft on the phone. */
  readonly keep: (draft: VisitDraft) => Promise<void>;
  readonly now: () => string;
}
