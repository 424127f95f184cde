/** Something that a cell leaves open: what, and the texts that would leave nothing open. */
export interface Doubt {
  readonly why: string;
  readonly choices: readonly string[];
}
