/**
 * Milliseconds a statement of background work may take: one whose answer never comes, from a host that has gone, would end its loop for good.
 */
export const QUERY_TIMEOUT = 20_000;
