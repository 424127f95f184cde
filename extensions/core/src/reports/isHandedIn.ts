/** Whether a monthly report in a state is with the city: its figures and words stand. */
export function isHandedIn(status: unknown): boolean {
  return status === 'submitted' || status === 'accepted';
}
