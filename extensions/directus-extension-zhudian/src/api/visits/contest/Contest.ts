/** What somebody says of the signature under their name: that it is not theirs, or nothing. */
export interface Contest {
  readonly contested_at: Date | null;
  readonly contested_reason: string | null;
}
