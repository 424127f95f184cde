import type { FigureKey, HazardTexts } from './VisitDraft.ts';

/** What of a visit two people can write at once. */
export type WrittenField =
  | FigureKey
  | 'log'
  | 'good_practice'
  | 'remarks'
  | 'inspectors_reason'
  | 'arrived_at'
  | 'left_at'
  | 'result'
  | 'implementation'
  | 'problem'
  | 'suggestion'
  | keyof HazardTexts;

/** Where the server has something else than this phone, and neither is blank: one of both has to give way, so a person sees them. */
export interface Difference {
  /** `removed`: somebody has taken the row away that this phone still has. */
  readonly field: WrittenField | 'removed';
  /** The item's number or the hazard's title; null for the visit itself. */
  readonly of: string | null;
  /** What the server has; of a removed row its words. */
  readonly theirs: string;
}
