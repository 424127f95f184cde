/** The longest roster: rows that have something in them. */
export const MOST_ROWS = 20_000;
