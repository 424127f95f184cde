import type { Payload } from './Payload.ts';

/** What a form sends for the rows below an item: the whole list, or what is new, changed and gone. */
type Nested =
  readonly unknown[] | { readonly create?: readonly unknown[]; readonly update?: readonly unknown[]; readonly delete?: readonly unknown[] };

/**
 * The rows below an item as they will stand after a save.
 *
 * @param current the rows that are there, each with its `id`
 * @param change what is sent for them; undefined leaves them as they are
 */
export function nestedRows(current: readonly Payload[], change: unknown): Payload[] {
  if (change === undefined) return [...current];
  if (change === null) return [];
  const known = new Map(current.map((row) => [String(row.id), row]));
  const merged = (entry: unknown): Payload => {
    if (typeof entry !== 'object' || entry === null) return known.get(String(entry)) ?? { id: entry };
    const row = entry as Payload;
    return { ...known.get(String(row.id)), ...row };
  };
  if (Array.isArray(change)) return change.map(merged);
  const { create = [], update = [], delete: gone = [] } = change as Exclude<Nested, readonly unknown[]>;
  const removed = new Set(gone.map(String));
  const changed = new Map(update.map((entry) => [String((entry as Payload).id), merged(entry)]));
  const kept = current.filter(({ id }) => !removed.has(String(id))).map((row) => changed.get(String(row.id)) ?? row);
  const linked = [...changed].filter(([id]) => !known.has(id)).map(([, row]) => row);
  return [...kept, ...linked, ...create.map(merged)];
}

/** A relation in a payload is a key or an object with one. */
export function keyOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string') return value.id;
  return null;
}
