/** Keys a reader looks for first. */
const FIRST = ['id', 'name', 'description', 'node', 'type', 'typeVersion', 'position', 'settings', 'nodes', 'connections'];

const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

/** The same value with the keys of every object in a fixed order: what names a thing first, the rest by alphabet. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
