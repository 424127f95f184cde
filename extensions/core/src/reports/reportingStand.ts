/** How a month's reports stand, in a word that is true: of nobody it cannot be said that all have reported. */
export type ReportingStand = 'nobody' | 'missing' | 'all';

/**
 * @param expected how many counties owe the report, or have handed it in all the same
 * @param missing how many of them have not handed it in
 */
export function reportingStand(expected: number, missing: number): ReportingStand {
  if (expected === 0) return 'nobody';
  return missing > 0 ? 'missing' : 'all';
}
