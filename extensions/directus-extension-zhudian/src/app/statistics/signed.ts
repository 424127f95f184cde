/** A difference with its sign. */
export function signed(difference: string): string {
  return difference.startsWith('-') ? difference : `+${difference}`;
}
