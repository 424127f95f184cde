/** What a document is about, as its row says it; what it is not about is null. */
export interface DocumentSubject {
  readonly visit: string | null;
  readonly hazard: string | null;
  readonly monthly_report: string | null;
  readonly evaluation: string | null;
  readonly county: string | null;
  readonly enterprise: string | null;
  /** A month, `YYYY-MM`. */
  readonly period: string | null;
}

const NOTHING: DocumentSubject = {
  visit: null,
  hazard: null,
  monthly_report: null,
  evaluation: null,
  county: null,
  enterprise: null,
  period: null,
};
export const SUBJECT_FIELDS = Object.keys(NOTHING) as (keyof DocumentSubject)[];

/** A subject of which only what it is about is named. */
export function subjectOf(named: Partial<Record<keyof DocumentSubject, string | null | undefined>>): DocumentSubject {
  return Object.fromEntries(SUBJECT_FIELDS.map((field) => [field, named[field] ?? null])) as unknown as DocumentSubject;
}
