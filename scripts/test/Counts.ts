/** How many tests passed and failed; a file that could not even be loaded counts as one that failed. */
export interface Counts {
  passed: number;
  failed: number;
}
