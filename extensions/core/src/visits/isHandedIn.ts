/** The states of a visit that is in and did not come back: it counts, and changes only by a correction. */
export const HANDED_IN = ['submitted', 'locked'] as const;

/** Whether a visit in a state is in. */
export function isHandedIn(status: unknown): boolean {
  return HANDED_IN.some((state) => state === status);
}
