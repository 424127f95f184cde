/** The columns of a sheet that are read; of what is further to the right it is told that it is not. */
export const MOST_COLUMNS = 100;
/** The longest roster: rows that have something in them, of all sheets. */
export const MOST_ROWS = 20_000;
