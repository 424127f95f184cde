import { FIGURE_KEYS, type DraftItem, type DraftPerson, type FigureKey, type VisitDraft } from './VisitDraft.ts';

interface Start {
  readonly id: string;
  readonly client_key: string;
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly visited_on: string;
  readonly items: readonly DraftItem[];
  readonly people: readonly DraftPerson[];
}

/** No row of the server's has been removed here. */
export const nothingGone = (): VisitDraft['gone'] => ({ items: [], people: [], photos: [], hazardPhotos: [] });

/** A visit nobody has written anything into. */
export function emptyDraft({ items, people, ...start }: Start): VisitDraft {
  return {
    ...start,
    status: 'draft',
    return_reason: null,
    items: [...items],
    people: [...people],
    hazards: [],
    writing: null,
    photos: [],
    figures: Object.fromEntries(FIGURE_KEYS.map((key) => [key, '0'])) as Record<FigureKey, string>,
    arrived_at: null,
    left_at: null,
    location: null,
    log: '',
    good_practice: '',
    remarks: '',
    inspectors_reason: '',
    known: [],
    gone: nothingGone(),
    server: {},
    server_updated: null,
    revision: 0,
    // Opening the page alone makes no visit.
    acknowledged: 0,
    writer: '',
    handingIn: false,
    unanswered: null,
  };
}
