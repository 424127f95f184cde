import type { FieldFault } from '../errors/FieldFault.ts';
import type { HazardDraft } from './HazardDraft.ts';
import { planGaps } from './planGaps.ts';

/** The gaps of a hazard's plan as faults, each at its field. */
export function planFaults(hazard: HazardDraft): FieldFault[] {
  return planGaps(hazard).map(({ field, label }) => ({
    field,
    rule: `hazard.${field}.planned`,
    message: `没有当场整改的隐患须明确整改措施、整改时限和整改责任人：请填写${label}`,
  }));
}
