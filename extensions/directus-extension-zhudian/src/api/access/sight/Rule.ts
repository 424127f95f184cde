/** A filter in Directus's form, as `parseFilter` leaves it. */
export type Filter = Readonly<Record<string, unknown>>;

/** Which rows of a collection somebody may read: every one, none, or those that pass a filter. */
export type Rule = 'all' | 'none' | Filter;

/** All of these at once; null when there is nothing to ask. */
export function allOf(filters: readonly Filter[]): Filter | null {
  return filters.length > 1 ? { _and: filters } : (filters[0] ?? null);
}
