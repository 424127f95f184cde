import { isBlank } from '../text/isBlank.ts';
import type { HazardDraft } from './HazardDraft.ts';
import { isRectifiedOnTheSpot } from './isRectifiedOnTheSpot.ts';

/** A field of the plan that is empty, with its Chinese name. */
export interface PlanGap {
  readonly field: 'measures' | 'deadline' | 'responsible_person';
  readonly label: string;
}

const PLAN: readonly PlanGap[] = [
  { field: 'measures', label: '整改措施' },
  { field: 'deadline', label: '整改时限' },
  { field: 'responsible_person', label: '整改责任人' },
];

/**
 * What a general hazard lacks that was not rectified on the spot: measures, a deadline, a responsible person. Asked for when its visit is
 * handed in, and at once where it has none or that visit is in already. A major hazard is never asked: it has to be quick.
 * Source: notice, section two (整改措施、时限、责任人).
 */
export function planGaps(hazard: HazardDraft): PlanGap[] {
  if (hazard.severity !== 'general' || isRectifiedOnTheSpot(hazard)) return [];
  return PLAN.filter(({ field }) => isBlank(hazard[field]));
}
