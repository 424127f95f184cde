/**
 * Where a row belongs, seen from the demo's log-ins: `mine` is the inspector's own enterprise; `neighbour` one of the same county with
 * another team; `abroad` one of another county.
 */
export const PLACES = ['mine', 'neighbour', 'abroad'] as const;
export type Place = (typeof PLACES)[number];
