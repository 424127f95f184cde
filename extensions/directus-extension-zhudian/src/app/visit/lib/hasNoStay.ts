import type { VisitDraft } from './VisitDraft.ts';

/** Milliseconds: the times of a visit are told by the minute. */
const MINUTE = 60_000;

/** Whether arrival and departure are one and the same minute: a slip, or a stay that nobody had. */
export function hasNoStay({ arrived_at, left_at }: Pick<VisitDraft, 'arrived_at' | 'left_at'>): boolean {
  if (arrived_at === null || left_at === null) return false;
  return Math.floor(Date.parse(arrived_at) / MINUTE) === Math.floor(Date.parse(left_at) / MINUTE);
}
