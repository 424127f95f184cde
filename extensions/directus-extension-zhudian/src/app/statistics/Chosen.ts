import type { Figure } from '@zhudian/core/reports/figures.ts';

/** A number of annex 4 that somebody wants explained: a county's, or that of all. */
export interface Chosen {
  readonly figure: Figure;
  readonly county: { readonly id: string; readonly name: string } | null;
  readonly number: number | string;
  /** What the county handed in, where that is another number. */
  readonly corrected: string | null;
}
