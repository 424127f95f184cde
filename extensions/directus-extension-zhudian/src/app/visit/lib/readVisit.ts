import { emptyDraft } from './emptyDraft.ts';
import { hazardTexts } from './hazardChanges.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { serverTexts } from './serverTexts.ts';
import { FIGURE_KEYS, type DraftHazard, type DraftItem, type FigureKey, type VisitDraft } from './VisitDraft.ts';

type Row = Record<string, unknown>;

/** What the names of a visit are where its enterprise or its people are hidden: who has left the team still has the visit. */
export interface VisitNames {
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  readonly people: readonly { readonly id: string; readonly inspector: string; readonly name: string }[];
}

const NO_NAMES: VisitNames = { enterprise: null, people: [] };
/** In place of a name that is not told. */
const UNKNOWN = '—';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A visit as the server has it, made into a draft. */
export async function readVisit(api: HttpClient, id: string): Promise<VisitDraft> {
  const fields = [
    '*',
    'enterprise.id',
    'enterprise.name',
    'team.members.inspector',
    'items.*',
    'inspectors.*',
    'inspectors.inspector.id',
    'inspectors.inspector.name',
    'photos.*',
    'hazards.*',
    'hazards.photos_before.*',
  ];
  const deep = Object.fromEntries(['items', 'inspectors', 'photos', 'hazards'].map((list) => [list, { _limit: -1 }]));
  const { data } = await api.get(`/items/visits/${id}`, { params: { fields, deep: { ...deep, items: { _limit: -1, _sort: ['sort'] } } } });
  const row = data.data as Row;
  const people = Array.isArray(row.inspectors) ? (row.inspectors as Row[]) : [];
  const isWhole = [row.enterprise, ...people.map(({ inspector }) => inspector)].every((one) => named(one) !== null);
  return toDraft(row, isWhole ? NO_NAMES : await askNames(api, id));
}

/** The names alone; without them the page shows dashes rather than nothing. */
async function askNames(api: HttpClient, id: string): Promise<VisitNames> {
  return await api.get(`/zhudian/visits/${id}/names`).then(
    ({ data }) => ({ ...NO_NAMES, ...(data.data as Partial<VisitNames>) }),
    () => NO_NAMES,
  );
}

/** A linked row as far as it may be seen: hidden, it is null or its key alone. */
function named(value: unknown): { id: string; name: string } | null {
  const row = value as { id?: unknown; name?: unknown } | null | undefined;
  return typeof row?.id === 'string' && typeof row.name === 'string' ? { id: row.id, name: row.name } : null;
}

/** The rows of the server as the page works with them. */
export function toDraft(row: Row, names: VisitNames = NO_NAMES): VisitDraft {
  const rows = (key: string): Row[] => (Array.isArray(row[key]) ? (row[key] as Row[]) : []);
  const team = new Set(((row.team as { members?: ({ inspector: string } | null)[] } | null)?.members ?? []).map((member) => member?.inspector));
  const hazards = rows('hazards');
  const draft = emptyDraft({
    id: text(row.id),
    client_key: text(row.client_key),
    enterprise: named(row.enterprise) ?? names.enterprise ?? { id: text(row.enterprise), name: UNKNOWN },
    visited_on: text(row.visited_on),
    items: rows('items').map((item) => ({
      ...(item as unknown as DraftItem),
      implementation: text(item.implementation),
      problem: text(item.problem),
      suggestion: text(item.suggestion),
    })),
    people: rows('inspectors').map((one) => {
      const told = names.people.find(({ id }) => id === one.id);
      const inspector = named(one.inspector) ?? { id: told?.inspector ?? text(one.inspector), name: told?.name ?? UNKNOWN };
      const signature = text(one.signature) || null;
      return {
        id: text(one.id),
        inspector: inspector.id,
        name: inspector.name,
        level: one.level === 'city' ? 'city' : 'county',
        team: team.has(inspector.id),
        signature,
        signatureUploaded: signature !== null,
      };
    }),
  });
  const photo = (one: Row, hazard: string | null): VisitDraft['photos'][number] => ({
    id: text(one.id),
    file: text(one.file),
    uploaded: true,
    taken_at: '',
    taken_location: null,
    item: text(one.visit_item) || null,
    hazard,
  });
  const copy: VisitDraft = {
    ...draft,
    status: row.status as VisitDraft['status'],
    return_reason: text(row.return_reason) || null,
    hazards: hazards.map(toHazard),
    photos: [
      ...rows('photos').map((one) => photo(one, null)),
      ...hazards.flatMap((hazard) => ((hazard.photos_before as Row[] | undefined) ?? []).map((one) => photo(one, text(hazard.id)))),
    ],
    figures: Object.fromEntries(FIGURE_KEYS.map((key) => [key, plain(row[key])])) as Record<FigureKey, string>,
    arrived_at: text(row.arrived_at) || null,
    left_at: text(row.left_at) || null,
    location: (row.location as VisitDraft['location']) ?? null,
    log: text(row.log),
    good_practice: text(row.good_practice),
    remarks: text(row.remarks),
    inspectors_reason: text(row.inspectors_reason),
    server_updated: text(row.date_updated) || null,
    acknowledged: 0,
  };
  copy.server = serverTexts(copy);
  copy.known = [copy.id, ...[copy.items, copy.people, copy.hazards, copy.photos].flatMap((list) => list.map((one) => one.id))];
  return copy;
}

/** An amount without the zeros that its column adds. */
function plain(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '0';
  return String(value)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A hazard with nothing written into it. */
export function blankHazard(id: string): DraftHazard {
  const texts = { title: '', description: '', place: '', measures: '', responsible_person: '', funds: '', plan: '' };
  const own = { severity: 'general' as const, status: 'open', deadline: null, rectified_on: null, rectification: '' };
  return { id, visit_item: null, ...own, ...texts, server: null };
}

function toHazard(row: Row): DraftHazard {
  const blank = blankHazard(text(row.id));
  const given = Object.fromEntries(Object.keys(blank).map((key) => [key, row[key] ?? blank[key as keyof DraftHazard]])) as unknown as DraftHazard;
  return { ...given, server: hazardTexts(given) };
}
