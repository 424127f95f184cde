/** The states of a monthly report that is with the city: its figures and words stand. */
export const HANDED_IN = ['submitted', 'accepted'] as const;

/** Whether a monthly report in a state is with the city. */
export function isHandedIn(status: unknown): boolean {
  return HANDED_IN.some((state) => state === status);
}
