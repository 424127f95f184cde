/** Whether this browser's clock shows the time of the city office at a moment; where it does not, a time has to name its zone. */
export function isBeijingClock(moment: string): boolean {
  return new Date(moment).getTimezoneOffset() === -480;
}
