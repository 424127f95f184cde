import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
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
  const visit = { ...draft, ...draft.figures, enterprise: draft.enterprise.id };
  const own = [
    ...validateVisit(visit, today),
    ...validateSubmission({
      inspectors: draft.people.map(({ inspector }) => inspector),
      team: draft.people.filter(({ team }) => team).map(({ inspector }) => inspector),
      inspectors_reason: draft.inspectors_reason,
      log: draft.log,
      items: draft.items,
      byInspector: true,
    }),
  ];
  const unsigned = draft.people.filter(({ signature }) => !signature).map(({ name }) => name);
  return [
    ...own.filter(({ field }) => field !== 'items' && field !== 'log').map((fault) => ({ ...fault, place: fault.field })),
    ...draft.items.flatMap((item) => itemFaults(item).map((fault) => ({ ...fault, place: `item:${item.id}` }))),
    ...changedHazards(draft).flatMap((hazard) =>
      validateHazard({ ...hazard, enterprise: draft.enterprise.id, found_on: draft.visited_on }, today).map((fault) => ({
        ...fault,
        place: `hazard:${hazard.id}`,
      })),
    ),
    ...own.filter(({ field }) => field === 'log').map((fault) => ({ ...fault, place: 'log' })),
    ...(unsigned.length === 0
      ? []
      : [{ field: 'signatures', rule: 'visit.signatures.required', message: `还没有签字：${unsigned.join('、')}`, place: 'signatures' }]),
  ];
}

/** What this phone does not change is not this phone's to mend. */
function changedHazards({ hazards }: VisitDraft): VisitDraft['hazards'] {
  return hazards.filter((hazard) => Object.keys(hazardChanges(hazard)).length > 0);
}

function itemFaults(item: VisitDraft['items'][number]): FieldFault[] {
  if (item.result === null) return [{ field: 'result', rule: 'visit_item.result.required', message: '请选择检查结果' }];
  return validateVisitItem({ ...item });
}
