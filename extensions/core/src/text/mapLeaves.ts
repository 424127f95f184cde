/** A copy of a JSON value, or of rows with dates, in which everything that is neither a list nor an object is what `leaf` makes of it. */
export function mapLeaves<T>(value: T, leaf: (value: unknown) => unknown): T {
  if (Array.isArray(value)) return value.map((one: unknown) => mapLeaves(one, leaf)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return leaf(value) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapLeaves(one as unknown, leaf)])) as T;
}
