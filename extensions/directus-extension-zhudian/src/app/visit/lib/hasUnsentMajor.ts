import type { DraftHazard, VisitDraft } from './VisitDraft.ts';

/** Whether there is a major hazard that the server, as far as known here, has not been told. */
export function hasUnsentMajor(draft: VisitDraft): boolean {
  return draft.hazards.some((hazard) => isUnsentMajor(hazard, draft));
}

export function isUnsentMajor({ id, severity, server }: DraftHazard, { known }: VisitDraft): boolean {
  return severity === 'major' && (!known.includes(id) || server?.severity !== 'major');
}
