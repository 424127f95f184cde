/** What somebody sent for a row, or the row with it as it would stand: of any shape, until the core's rules have looked at it. */
export type Payload = Record<string, unknown>;
