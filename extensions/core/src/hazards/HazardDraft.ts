/** A hazard as it would stand after a save; absent fields are null. Days are `YYYY-MM-DD`. */
export interface HazardDraft {
  readonly enterprise?: unknown;
  readonly visit?: unknown;
  readonly severity?: unknown;
  readonly status?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly place?: unknown;
  readonly found_on?: unknown;
  readonly deadline?: unknown;
  readonly measures?: unknown;
  readonly responsible_person?: unknown;
  readonly funds?: unknown;
  readonly plan?: unknown;
  readonly rectified_on?: unknown;
  readonly rectification?: unknown;
  readonly verified_by?: unknown;
  /** Who of the office looked in person, where it was no inspector. */
  readonly verified_officer?: unknown;
  readonly verified_on?: unknown;
  /** What was seen when it was verified. */
  readonly verification?: unknown;
}
