import type { VisitDraft } from './VisitDraft.ts';

/**
 * What the phone keeps of a draft when it has one already: never the older of two. A page that was left, or is open a second time, would
 * else put back what has been written over since.
 *
 * @returns what is to be kept, and whether that is the draft given
 */
export function mergeKept(draft: VisitDraft, before: VisitDraft | undefined): { readonly kept: VisitDraft; readonly taken: boolean } {
  if (!before) return { kept: draft, taken: true };
  const isOlder = draft.revision < before.revision || (draft.revision === before.revision && draft.writer !== before.writer);
  // What either has heard from the server is known to the phone: the answer to its own request is nobody else's change.
  const { server_updated, server } = (before.server_updated ?? '') > (draft.server_updated ?? '') ? before : draft;
  return { kept: { ...(isOlder ? before : draft), server_updated, server }, taken: !isOlder };
}
