import { validateVisit } from '@zhudian/core/visits/validateVisit.ts';
import { validateVisitItem } from '@zhudian/core/visits/validateVisitItem.ts';
import type { PlacedFault } from './submissionFaults.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** What somebody is in the middle of writing, by the ids of items and the names of fields. */
export interface Unfinished {
  readonly items: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  /** Why, each at its place on the page: what is kept back is told where it stands. */
  readonly faults: readonly PlacedFault[];
}

/**
 * What the server would refuse as it stands: a problem of two words, an amount that ends in a point. It stays on the phone until it is
 * finished, and keeps nothing else from being sent.
 */
export function unfinished(draft: VisitDraft): Unfinished {
  const visit = { ...draft, ...draft.figures, enterprise: draft.enterprise.id };
  // Seen from its own day: whether that day has come is asked when the visit is handed in.
  const own = validateVisit(visit, draft.visited_on);
  const items = draft.items.map((item) => ({ id: item.id, faults: validateVisitItem({ ...item }) })).filter(({ faults }) => faults.length > 0);
  return {
    items: new Set(items.map(({ id }) => id)),
    fields: new Set(own.map(({ field }) => field)),
    faults: [
      ...own.map((fault) => ({ ...fault, place: fault.field })),
      ...items.flatMap(({ id, faults }) => faults.map((fault) => ({ ...fault, place: `item:${id}` }))),
    ],
  };
}
