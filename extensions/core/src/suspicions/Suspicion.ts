/** What makes a record suspicious. */
export type SuspicionKind = 'same_text' | 'overlap' | 'short_visit' | 'outlier' | 'figure' | 'outsider' | 'contested';

/** A mark on a visit or on a county's month: something that somebody should look at. It never blocks anything. */
export interface Suspicion {
  /** The same finding has the same key, however often it is looked for. */
  readonly key: string;
  readonly kind: SuspicionKind;
  readonly county: string;
  readonly visit: string | null;
  /** `YYYY-MM`, where it is about a county's month. */
  readonly period: string | null;
  /** In Chinese, for the office. */
  readonly reason: string;
}
