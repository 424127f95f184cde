import { isBlank } from '../text/isBlank.ts';
import type { HazardDraft } from './HazardDraft.ts';

/** Whether a hazard was put right on the day it was found: such a one needs no plan. */
export function isRectifiedOnTheSpot({ status, found_on, rectified_on }: HazardDraft): boolean {
  if (status !== 'rectified' && status !== 'verified') return false;
  return isBlank(rectified_on) || isBlank(found_on) || String(rectified_on) <= String(found_on);
}
