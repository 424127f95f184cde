import { nothingGone } from './emptyDraft.ts';
import { normaliseDraft } from './normaliseDraft.ts';
import { blankHazard } from './readVisit.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** A draft as it lies on the phone: one kept by an earlier version of this page gets what has come since. */
export function reviveDraft(text: string): VisitDraft {
  // Whether an earlier page was waiting for an answer is not known: as if it was, nobody is asked about their own work.
  const since: Partial<VisitDraft> = { writer: '', handingIn: false, unanswered: 0, writing: null, server: {} };
  const draft = { ...since, ...(JSON.parse(text) as VisitDraft) };
  const revived = {
    ...draft,
    hazards: draft.hazards.map((hazard) => ({ ...blankHazard(hazard.id), ...hazard })),
    gone: { ...nothingGone(), ...draft.gone },
  };
  normaliseDraft(revived);
  return revived;
}
