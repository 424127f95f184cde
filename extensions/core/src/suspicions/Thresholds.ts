import type { VisitFigure } from '../visits/visitFigures.ts';

/** From when on something is suspicious; data of the settings. */
export interface Thresholds {
  /** Visits with the same words. */
  readonly same_text_visits: number;
  /** Minutes of a visit below which it is short. */
  readonly short_minutes: number;
  /** Months of a county's own past that are needed. */
  readonly outlier_months: number;
  /** How many times the usual spread a figure may be away from the median. */
  readonly outlier_factor: number;
  /** The most of each figure that one person does at one visit. */
  readonly most: Readonly<Record<VisitFigure, number>>;
}
