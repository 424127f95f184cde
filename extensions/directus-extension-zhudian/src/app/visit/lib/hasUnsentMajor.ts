import type { VisitDraft } from './VisitDraft.ts';

/** Whether there is a major hazard that the server, as far as known here, has not been told. */
export function hasUnsentMajor({ hazards, known }: VisitDraft): boolean {
  return hazards.some(({ id, severity, server }) => severity === 'major' && (!known.includes(id) || server?.severity !== 'major'));
}
