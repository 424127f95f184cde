import type { DraftHazard, VisitDraft } from './VisitDraft.ts';

/** Whether there is a major hazard that the server, as far as known here, has not been told. */
export function hasUnsentMajor(draft: VisitDraft): boolean {
  return draft.hazards.some((hazard) => isUnsentMajor(hazard, draft));
}

/** The same of one hazard. That the server has it does not say that its mail has left. */
export function isUnsentMajor({ id, severity, server }: DraftHazard, { known }: VisitDraft): boolean {
  return severity === 'major' && (!known.includes(id) || server?.severity !== 'major');
}
