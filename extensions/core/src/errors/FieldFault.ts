/**
 * One thing wrong with one field of what somebody entered. Rules return lists of these, so that a form can show
 * every fault at once, each beside its field.
 */
export interface FieldFault {
  readonly field: string;
  /** Stable id of the rule, for tests and logs: `hazard.deadline.before_found`. */
  readonly rule: string;
  /** What is wrong and what to do, in Chinese. */
  readonly message: string;
}
