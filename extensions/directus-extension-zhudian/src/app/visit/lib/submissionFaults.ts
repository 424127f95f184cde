import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { planFaults } from '@zhudian/core/hazards/planFaults.ts';
import { validateHazard } from '@zhudian/core/hazards/validateHazard.ts';
import { validateSubmission } from '@zhudian/core/visits/validateSubmission.ts';
import { validateVisit } from '@zhudian/core/visits/validateVisit.ts';
import { validateVisitItem } from '@zhudian/core/visits/validateVisitItem.ts';
import { hazardChanges } from './hazardChanges.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** A fault and the part of the page it belongs to: `item:<id>`, `hazard:<id>`, or the field of the visit. */
export interface PlacedFault extends FieldFault {
  readonly place: string;
}

/** Everything that keeps a visit from being handed in, by the same rules as the server's, in the order of the page. */
export function submissionFaults(draft: VisitDraft, today: string): PlacedFault[] {
  const visit = { ...draft, ...draft.figures, enterprise: draft.enterprise.id, status: 'submitted' };
  const own = [
    ...validateVisit(visit, today),
    ...validateSubmission({
      inspectors: draft.people.map(({ inspector }) => inspector),
      unsigned: draft.people.filter(({ signature }) => !signature).map(({ name }) => name),
      team: draft.people.filter(({ team }) => team).map(({ inspector }) => inspector),
      inspectors_reason: draft.inspectors_reason,
      log: draft.log,
      items: draft.items,
      // Each is told where it stands, below.
      hazards: [],
      byInspector: true,
    }),
  ];
  const [signatures, others] = [own.filter(isSignature), own.filter((fault) => !isSignature(fault))];
  return [
    ...others.filter(({ field }) => field !== 'items' && field !== 'log').map((fault) => ({ ...fault, place: fault.field })),
    ...draft.items.flatMap((item) => itemFaults(item).map((fault) => ({ ...fault, place: `item:${item.id}` }))),
    ...draft.hazards.flatMap((hazard) => hazardFaults(hazard, draft, today).map((fault) => ({ ...fault, place: `hazard:${hazard.id}` }))),
    ...others.filter(({ field }) => field === 'log').map((fault) => ({ ...fault, place: 'log' })),
    ...signatures.map((fault) => ({ ...fault, place: 'signatures' })),
  ];
}

const isSignature = ({ rule }: FieldFault): boolean => rule === 'visit.inspectors.signed';

/** What this phone does not change is not this phone's to mend; but nothing goes in without a plan that could have one. */
function hazardFaults(hazard: VisitDraft['hazards'][number], { enterprise, visited_on }: VisitDraft, today: string): FieldFault[] {
  const row = { ...hazard, enterprise: enterprise.id, found_on: visited_on };
  const own = Object.keys(hazardChanges(hazard)).length > 0 ? validateHazard(row, today) : [];
  return [...own, ...(hazard.status === 'open' ? planFaults(row) : [])];
}

function itemFaults(item: VisitDraft['items'][number]): FieldFault[] {
  if (item.result === null) return [{ field: 'result', rule: 'visit_item.result.required', message: '请选择检查结果' }];
  return validateVisitItem({ ...item });
}
