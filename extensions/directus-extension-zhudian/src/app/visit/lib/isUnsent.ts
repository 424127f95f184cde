import type { VisitDraft } from './VisitDraft.ts';

/** Whether the server still has to be told something. */
export function isUnsent({ revision, acknowledged, handingIn }: VisitDraft): boolean {
  return revision > acknowledged || handingIn;
}
