import { VISIT_FIGURES, type VisitFigure } from '@zhudian/core/visits/visitFigures.ts';

/** The counted figures of a visit in the order of annex 4, columns 5 to 11. */
export const FIGURE_KEYS = VISIT_FIGURES;
export type FigureKey = VisitFigure;

/**
 * Texts as the server has them: under `log` those of the visit and its figures, under `<id>.problem` those of an item, under `<id>.signature` the
 * picture of a person's. One that is not known is missing.
 */
export type ServerTexts = Readonly<Record<string, string | null>>;

export type ItemResult = 'in_place' | 'partial' | 'missing' | 'not_applicable';

/** Where something was, as the phone told it. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number;
}

/** A picture on its way: its bytes stay on the phone under the same id until the server has them. */
export interface DraftPhoto {
  readonly id: string;
  /** The file's id on the server, chosen here, so that a second upload is the same file. */
  readonly file: string;
  uploaded: boolean;
  readonly taken_at: string;
  taken_location: Place | null;
  /** The checklist item or the hazard it shows; the whole visit when neither is given. */
  readonly item: string | null;
  readonly hazard: string | null;
}

export interface DraftItem {
  readonly id: string;
  readonly task_item: string | null;
  readonly sort: number;
  readonly content: string;
  readonly standard: string | null;
  readonly basis: string | null;
  result: ItemResult | null;
  implementation: string;
  problem: string;
  suggestion: string;
}

export interface DraftPerson {
  readonly id: string;
  readonly inspector: string;
  readonly name: string;
  readonly level: 'city' | 'county';
  /** Whether the team in force on the day has them. */
  readonly team: boolean;
  /** The picture of the signature: its file on the server. */
  signature: string | null;
  signatureUploaded: boolean;
}

/** What a person writes about a hazard on the phone. */
export interface HazardTexts {
  severity: 'general' | 'major';
  title: string;
  description: string;
  place: string;
  measures: string;
  responsible_person: string;
  funds: string;
  plan: string;
  deadline: string | null;
}

export interface DraftHazard extends HazardTexts {
  readonly id: string;
  visit_item: string | null;
  status: string;
  /** What others have told of its rectification; read only here. */
  readonly rectified_on: string | null;
  readonly rectification: string;
  /** What the server had when it was read or last sent: what is the same is not sent, for somebody else may have changed it since. */
  server: HazardTexts | null;
}

/** A visit as the phone keeps it. Every id is made here: what is sent twice is the same. */
export interface VisitDraft {
  readonly id: string;
  readonly client_key: string;
  readonly enterprise: { readonly id: string; readonly name: string };
  visited_on: string;
  status: 'draft' | 'submitted' | 'returned' | 'locked' | 'void';
  return_reason: string | null;
  items: DraftItem[];
  people: DraftPerson[];
  hazards: DraftHazard[];
  /** The hazard somebody is in the middle of writing: not one of the list before it is finished. */
  writing: DraftHazard | null;
  photos: DraftPhoto[];
  figures: Record<FigureKey, string>;
  arrived_at: string | null;
  left_at: string | null;
  location: { type: 'Point'; coordinates: [number, number] } | null;
  log: string;
  good_practice: string;
  remarks: string;
  inspectors_reason: string;
  /** Ids of rows the server has; the visit's own id among them. */
  known: string[];
  /** Ids of rows the server has and that are gone here, by their list. */
  gone: { items: string[]; people: string[]; photos: string[]; hazardPhotos: { hazard: string; id: string }[] };
  /** The texts that the server had when this phone last heard of them: a text that is the same here was not changed here. */
  server: ServerTexts;
  /** When the server's copy was last changed, as far as known here. */
  server_updated: string | null;
  /** Counts the changes made here, and the last one the server has. */
  revision: number;
  acknowledged: number;
  /** The page that made the last change: two of the same number are told apart by it. */
  writer: string;
  /** Whether it is being handed in: what went unanswered is repeated as that. */
  handingIn: boolean;
  /** The change that the last request carried, while nobody knows whether it arrived. */
  unanswered: number | null;
}
