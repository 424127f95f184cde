/** Where a part of a filter stands. */
export interface Standing {
  /** Rows are summed up, and one that is joined with several counts as often. */
  readonly summed: boolean;
  /** Another part may be true instead. */
  readonly optional: boolean;
}
