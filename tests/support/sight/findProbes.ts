import type { Edge, Graph } from './Graph.ts';
import type { OpenProbe, Probe } from './Probe.ts';
import type { Rows } from './Rows.ts';

/** Steps over which visible values are asked for. */
const FOUND_WITHIN = 2;

/** Both kinds of questions a caller can ask over their relations. */
export interface Probes {
  /** For values that are reached over hidden rows alone. */
  readonly hidden: readonly Probe[];
  /** For values that are reached over visible rows. */
  readonly visible: readonly OpenProbe[];
}

/**
 * Walks every path from what a caller sees, as far as rows lead. What they may know is what a path reaches over visible rows; what it reaches
 * over others is asked for when no row they may reach has the same value.
 */
export function findProbes(graph: Graph, rows: Rows, depth: number): Probes {
  const hidden: Probe[] = [];
  const visible: OpenProbe[] = [];
  const walk = (root: string, path: readonly Edge[], reached: ReadonlySet<string>, seen: ReadonlySet<string>): void => {
    const at = path.at(-1)?.to ?? root;
    if (path.length > 0) {
      const secret = pick(graph, rows, at, without(reached, seen), seen);
      if (secret) hidden.push({ root, path, ...secret, found: [] });
      // Of Directus's own rows some fields are hidden where others are not.
      const own = path.length <= FOUND_WITHIN && !path.some(({ to }) => to.startsWith('directus_'));
      const known = !own ? null : pick(graph, rows, at, seen, without(reached, seen));
      if (known) {
        const found = findersOf(path, known, rows);
        visible.push({ root, path, ...known, found, missed: [...without(rows.visible(root), new Set(found))].sort() });
      }
    }
    if (path.length === depth) return;
    for (const edge of graph.edges.get(at) ?? []) {
      const further = rows.step(reached, edge);
      if (further.size > 0) walk(root, [...path, edge], further, rows.seen(edge.to, rows.step(seen, edge)));
    }
  };
  for (const root of graph.collections) {
    const listed = rows.visible(root);
    if (listed.size > 0) walk(root, [], listed, listed);
  }
  return { hidden, visible };
}

const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> => new Set([...ids].filter((id) => !others.has(id)));

/** A value of one of some rows which none of the others has; a key where they have no text. */
function pick(
  graph: Graph,
  rows: Rows,
  collection: string,
  of: ReadonlySet<string>,
  others: ReadonlySet<string>,
): Pick<Probe, 'column' | 'value'> | null {
  for (const column of [...(graph.texts.get(collection) ?? []), 'id']) {
    const taken = new Set([...others].map((id) => rows.value(collection, id, column)));
    for (const id of of) {
      const value = rows.value(collection, id, column);
      if (typeof value === 'string' && value.trim() !== '' && value.length < 100 && !value.includes('$') && !taken.has(value))
        return { column, value };
    }
  }
  return null;
}

/** From the rows that have the value back to the listed ones, over visible rows. */
function findersOf(path: readonly Edge[], { column, value }: Pick<Probe, 'column' | 'value'>, rows: Rows): string[] {
  const end = path.at(-1)?.to ?? '';
  const having = new Set([...rows.visible(end)].filter((id) => rows.value(end, id, column) === value));
  const back = (at: Set<string>, { from, to, many, ...key }: Edge): Set<string> =>
    rows.seen(from, rows.step(at, { ...key, from: to, to: from, many: !many }));
  return [...path.reduceRight(back, having)].sort();
}
