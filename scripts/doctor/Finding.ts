/** What one look at the installation found. */
export interface Finding {
  check: string;
  ok: boolean;
  /** What is there: a version, a count, a fault. */
  detail: string;
  /** What to do about it. Beside `ok` it is a warning: nothing is broken, yet somebody should know. */
  remedy?: string | undefined;
}
