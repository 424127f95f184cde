/**
 * SQL that is true of a moment no pause or lease reaches, and nothing that is over: when a server's clock is set back, what was put off by a
 * minute, or has waited since yesterday, would else wait for as long as the clock was wrong. Pauses are at most five minutes.
 *
 * @param clock what the moment was taken from: PostgreSQL's own clock, or `zhudian_now()` for what is official
 */
export const isAheadSql = (column: string, clock = 'now()'): string => `${column} > ${clock} + interval '10 minutes'`;
