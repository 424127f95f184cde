/** The row of a visit's person, with what the person says of its signature. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly contested_at: Date | null;
  readonly contested_reason: string | null;
}
