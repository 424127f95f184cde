import { FIGURE_KEYS, type VisitDraft } from './VisitDraft.ts';
import { ITEM_TEXTS, serverTexts, VISIT_TEXTS } from './serverTexts.ts';

/** Texts of sentences, in which two may stand one after the other. */
const WRITTEN: ReadonlySet<string> = new Set(['log', 'good_practice', 'remarks', 'inspectors_reason', 'implementation', 'problem', 'suggestion']);

/**
 * What was done in this window since it and the phone's memory last had the same, done to what another window of the same visit has kept
 * meanwhile: neither window's work is lost. A text that both have changed has what either wrote; of a figure, a time or a result the one
 * entered last, here, stays.
 *
 * @param newer what another window has kept; it is changed
 * @param here the draft of this window
 * @param before what both had
 * @returns whether anything was carried over, so that it is to be kept and sent
 */
export function carryOver(newer: VisitDraft, here: VisitDraft, before: VisitDraft): boolean {
  const [now, then] = [serverTexts(here), serverTexts(before)];
  const changed = new Set(Object.keys(now).filter((key) => now[key] !== then[key]));
  const texts = changed.size;
  const others = serverTexts(newer);
  const written = (key: string, field: string): string | null => {
    const [mine, theirs] = [now[key] ?? null, others[key] ?? null];
    return WRITTEN.has(field) && mine && theirs && theirs !== then[key] ? joined(theirs, mine) : mine;
  };
  for (const field of VISIT_TEXTS) if (changed.has(field)) Object.assign(newer, { [field]: written(field, field) });
  for (const field of FIGURE_KEYS) if (changed.has(field)) newer.figures[field] = here.figures[field];
  for (const item of newer.items) {
    for (const field of ITEM_TEXTS) {
      const key = `${item.id}.${field}`;
      if (changed.has(key)) Object.assign(item, { [field]: written(key, field) });
    }
  }
  let rows = 0;
  for (const person of newer.people) {
    const own = here.people.find(({ id }) => id === person.id);
    const was = before.people.find(({ id }) => id === person.id);
    if (!own?.signature || own.signature === was?.signature) continue;
    Object.assign(person, { signature: own.signature, signatureUploaded: own.signatureUploaded });
    rows += 1;
  }
  for (const list of ['items', 'people', 'hazards', 'photos'] as const)
    rows += addNew<{ readonly id: string }>(newer[list], here[list], before[list]);
  return texts + rows > 0;
}

/** Both texts, one after the other, unless one has the other in it. */
function joined(theirs: string, mine: string): string {
  if (theirs.includes(mine)) return theirs;
  return mine.includes(theirs) ? mine : `${theirs}\n${mine}`;
}

/** Rows made in this window; gives how many. */
function addNew<Row extends { readonly id: string }>(newer: Row[], here: readonly Row[], before: readonly Row[]): number {
  const known = new Set([...newer, ...before].map(({ id }) => id));
  const made = here.filter(({ id }) => !known.has(id));
  newer.push(...made);
  return made.length;
}
