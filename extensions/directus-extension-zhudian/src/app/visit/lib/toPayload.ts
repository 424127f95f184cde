import { hazardChanges, hazardTexts } from './hazardChanges.ts';
import { serverTexts } from './serverTexts.ts';
import { unfinished } from './unfinished.ts';
import { keepsPhotos } from './keepsPhotos.ts';
import type { DraftHazard, DraftPhoto, VisitDraft } from './VisitDraft.ts';

type Row = Record<string, unknown>;

/** What is new, changed and gone in a list, as Directus takes it. */
interface Alterations {
  readonly create: Row[];
  readonly update: Row[];
  readonly delete: string[];
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/**
 * A visit as one request: whole as `POST /items/visits` while the server does not know it, then as `PATCH /items/visits/:id` what was changed
 * here alone, since somebody else may write another part of it at the same moment. Rows the server has are changed, others are made under the
 * ids they have here, so that repeating it changes nothing.
 *
 * @param submit whether it is handed in with this request
 */
export function toPayload(draft: VisitDraft, submit: boolean): Row {
  const known = new Set(draft.known);
  const open = unfinished(draft);
  const isNew = !known.has(draft.id);
  const alterations = (rows: readonly (Row & { id: string })[], gone: readonly string[] = []): Alterations => ({
    create: rows.filter(({ id }) => !known.has(id)),
    update: rows.filter(({ id }) => known.has(id)),
    delete: gone.filter((id) => known.has(id)),
  });
  const photosOf = (hazard: string | null): DraftPhoto[] => draft.photos.filter((photo) => photo.uploaded && photo.hazard === hazard);

  const now = serverTexts(draft);
  /** Of a row or of the visit, by the name it has in `serverTexts`: whether the server has something else, as far as is known. */
  const isChanged = (key: string): boolean => draft.server[key] === undefined || draft.server[key] !== now[key];
  const changed = <Value>(id: string | null, values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([field]) => isNew || isChanged(id === null ? field : `${id}.${field}`)));
  const withChange = (row: Row & { id: string }): boolean => !known.has(row.id) || Object.keys(row).length > 1;

  const whole = {
    ...(isNew ? { id: draft.id, client_key: draft.client_key, enterprise: draft.enterprise.id, visited_on: draft.visited_on } : {}),
    ...(submit ? { status: 'submitted' } : {}),
    location: draft.location,
    ...changed(null, {
      arrived_at: draft.arrived_at,
      left_at: draft.left_at,
      log: orNull(draft.log),
      good_practice: orNull(draft.good_practice),
      remarks: orNull(draft.remarks),
      inspectors_reason: orNull(draft.inspectors_reason),
    }),
    ...changed(
      null,
      Object.fromEntries(
        Object.entries(draft.figures).map(([key, value]) => [key, value.trim() === '' ? 0 : key === 'reward_amount_wan' ? value : Number(value)]),
      ),
    ),
    items: alterations(
      draft.items
        .map(({ id, task_item, sort, content, result, implementation, problem, suggestion }) => ({
          id,
          ...(known.has(id) ? {} : { task_item, sort, content }),
          ...(open.items.has(id)
            ? {}
            : changed(id, { result, implementation: orNull(implementation), problem: orNull(problem), suggestion: orNull(suggestion) })),
        }))
        .filter(withChange),
      draft.gone.items,
    ),
    inspectors: alterations(
      draft.people
        .map(({ id, inspector, signature, signatureUploaded }) => ({
          id,
          ...(known.has(id) ? {} : { inspector }),
          ...changed(id, { signature: signatureUploaded ? signature : null }),
        }))
        .filter(withChange),
      draft.gone.people,
    ),
    photos: alterations(
      photosOf(null)
        .filter(({ id }) => !known.has(id))
        .map(({ id, file, item }) => ({ id, file, visit_item: item })),
      draft.gone.photos,
    ),
    hazards: alterations(draft.hazards.map((hazard) => hazardRow(hazard, draft, photosOf(hazard.id), known)).filter(withChange)),
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !open.fields.has(field)));
}

/** A hazard as it is sent: whole while the server does not have it, then only what was changed here, which may be nothing but its id. */
function hazardRow(hazard: DraftHazard, draft: VisitDraft, photos: readonly DraftPhoto[], known: ReadonlySet<string>): Row & { id: string } {
  const { id, visit_item } = hazard;
  const isKnown = known.has(id);
  const changes = isKnown ? hazardChanges(hazard) : hazardTexts(hazard);
  const photos_before: Alterations = {
    create: photos.filter((photo) => !known.has(photo.id)).map((photo) => ({ id: photo.id, file: photo.file })),
    update: [],
    // Asked to give one up, the server would refuse all that comes with it.
    delete: keepsPhotos(hazard, draft)
      ? []
      : draft.gone.hazardPhotos.filter((gone) => gone.hazard === id && known.has(gone.id)).map((gone) => gone.id),
  };
  return {
    id,
    // What it hangs on is told once; afterwards only what a person may have changed.
    ...(isKnown ? {} : { visit_item, enterprise: draft.enterprise.id, found_on: draft.visited_on }),
    ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value === null ? null : orNull(value)])),
    ...(isKnown && photos_before.create.length + photos_before.delete.length === 0 ? {} : { photos_before }),
  };
}

/** Ids of all rows that the server has once this draft was saved. */
export function idsOf(draft: VisitDraft): string[] {
  const rows = [draft.items, draft.people, draft.hazards, draft.photos.filter(({ uploaded }) => uploaded)];
  return [draft.id, ...rows.flatMap((list) => list.map(({ id }) => id))];
}
