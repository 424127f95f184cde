import { isDay } from '@zhudian/core/calendar/isDay.ts';
import { validateVisit } from '@zhudian/core/visits/validateVisit.ts';
import { validateVisitItem } from '@zhudian/core/visits/validateVisitItem.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** What somebody is in the middle of writing, by the ids of items and the names of fields. */
export interface Unfinished {
  readonly items: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

/** Days after any a visit can have: whether it is too early to come is asked when it is handed in. */
const EVER = '9999-12-31';

/**
 * What the server would refuse as it stands: a problem of two words, an amount that ends in a point. It stays on the phone until it is
 * finished, and keeps nothing else from being sent.
 */
export function unfinished(draft: VisitDraft): Unfinished {
  const visit = { ...draft, ...draft.figures, enterprise: draft.enterprise.id };
  const faults = validateVisit(visit, isDay(draft.visited_on) ? EVER : draft.visited_on);
  return {
    items: new Set(draft.items.filter((item) => validateVisitItem({ ...item }).length > 0).map(({ id }) => id)),
    fields: new Set(faults.map(({ field }) => field)),
  };
}
