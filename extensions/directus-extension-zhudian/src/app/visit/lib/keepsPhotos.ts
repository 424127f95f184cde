import type { DraftHazard, VisitDraft } from './VisitDraft.ts';

/** Whether the uploaded photos of a hazard stay: those of what was reported or handed in are evidence, and the server gives none of them up. */
export function keepsPhotos({ id, server }: DraftHazard, { known, status }: VisitDraft): boolean {
  return known.includes(id) && (status === 'returned' || server?.severity === 'major');
}
