import type { Difference, WrittenField } from './Difference.ts';
import { hazardTexts } from './hazardChanges.ts';
import { ITEM_TEXTS, serverTexts, VISIT_TEXTS } from './serverTexts.ts';
import { FIGURE_KEYS, type DraftHazard, type HazardTexts, type VisitDraft } from './VisitDraft.ts';

const FIGURES: ReadonlySet<string> = new Set(FIGURE_KEYS);

/**
 * Takes over what another phone has written into the same visit, wherever nothing was changed here: two who share the work lose none of it.
 * Where both have changed a text, this phone's stays in the draft and the other is told. Of a text whose earlier state is not known, a blank
 * one counts as unchanged.
 *
 * @param draft is changed
 * @param known the ids that the server had when this phone last heard of it
 */
export function mergeTheirs(draft: VisitDraft, theirs: VisitDraft, known: ReadonlySet<string>): Difference[] {
  draft.location ??= theirs.location;
  const differences = [
    ...fill(draft, theirs, VISIT_TEXTS, null, (field) => draft.server[field]),
    ...fill(draft.figures, theirs.figures, FIGURE_KEYS, null, (field) => draft.server[field]),
    ...draft.items.flatMap((item) =>
      fill(
        item,
        theirs.items.find(({ id }) => id === item.id) ?? item,
        ITEM_TEXTS,
        String(item.sort),
        (field) => draft.server[`${item.id}.${field}`],
      ),
    ),
    ...draft.hazards.flatMap((hazard) =>
      mergeHazard(
        hazard,
        theirs.hazards.find(({ id }) => id === hazard.id),
      ),
    ),
    ...removedThere(draft, theirs, known),
  ];
  for (const person of draft.people) {
    const signed = theirs.people.find(({ id }) => id === person.id);
    if (!person.signature && signed?.signature) Object.assign(person, { signature: signed.signature, signatureUploaded: true });
  }
  addTheirs(draft.items, theirs.items, draft.gone.items);
  addTheirs(draft.people, theirs.people, draft.gone.people);
  addTheirs(draft.hazards, theirs.hazards, []);
  addTheirs(draft.photos, theirs.photos, [...draft.gone.photos, ...draft.gone.hazardPhotos.map(({ id }) => id)]);
  draft.server = serverTexts(theirs);
  return differences;
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || value === '0';
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Moments and amounts are told by what they mean: the server writes them in a way of its own. */
const isSame = (field: string, one: unknown, other: unknown): boolean =>
  one === other ||
  (isBlank(one) && isBlank(other)) ||
  (field.endsWith('_at') && Date.parse(asText(one)) === Date.parse(asText(other))) ||
  (FIGURES.has(field) && Number(one) === Number(other));

function fill<Field extends WrittenField>(
  mine: Record<Field, unknown>,
  theirs: Readonly<Record<Field, unknown>>,
  fields: readonly Field[],
  of: string | null,
  before: (field: Field) => string | null | undefined,
): Difference[] {
  return fields.flatMap((field) => {
    const known = before(field);
    if (isSame(field, mine[field], theirs[field])) return [];
    if (known === undefined ? isBlank(theirs[field]) : isSame(field, theirs[field], known)) return [];
    if (known === undefined ? !isBlank(mine[field]) : !isSame(field, mine[field], known)) return [{ field, of, theirs: asText(theirs[field]) }];
    mine[field] = theirs[field];
    return [];
  });
}

/** Of a hazard it is known what the server had: what was not changed here follows the server. */
function mergeHazard(hazard: DraftHazard, theirs: DraftHazard | undefined): Difference[] {
  const before = hazard.server;
  if (!theirs || !before) return [];
  const now = hazardTexts(theirs);
  const differences = (Object.keys(now) as (keyof HazardTexts)[]).flatMap((field): Difference[] => {
    if (now[field] === before[field] || now[field] === hazard[field]) return [];
    if (hazard[field] !== before[field]) return [{ field, of: hazard.title, theirs: now[field] ?? '' }];
    Object.assign(hazard, { [field]: now[field] });
    return [];
  });
  Object.assign(hazard, { server: now, status: theirs.status, rectified_on: theirs.rectified_on, rectification: theirs.rectification });
  return differences;
}

/** Rows that this phone has from the server, and that are there no more: to send them would bring them back. */
function removedThere(draft: VisitDraft, theirs: VisitDraft, known: ReadonlySet<string>): Difference[] {
  const there = new Set([...theirs.items, ...theirs.people].map(({ id }) => id));
  const isRemoved = ({ id }: { id: string }): boolean => known.has(id) && !there.has(id);
  const removed = [...draft.items.filter(isRemoved).map(({ content }) => content), ...draft.people.filter(isRemoved).map(({ name }) => name)];
  return removed.map((words) => ({ field: 'removed', of: null, theirs: words }));
}

function addTheirs<Row extends { readonly id: string }>(mine: Row[], theirs: readonly Row[], gone: readonly string[]): void {
  const here = new Set([...mine.map(({ id }) => id), ...gone]);
  mine.push(...theirs.filter(({ id }) => !here.has(id)));
}
