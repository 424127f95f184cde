import type pg from 'pg';
import type { Api } from '../Api.ts';
import { pathOf, type Edge } from './Graph.ts';

type Key = string | number;
type Row = Readonly<Record<string, unknown>> & { readonly id: Key };

/** All rows of some collections, and which of them a caller sees in lists. */
export class Rows {
  readonly #rows = new Map<string, ReadonlyMap<string, Row>>();
  readonly #visible = new Map<string, ReadonlySet<string>>();
  readonly #backwards = new Map<string, ReadonlyMap<string, readonly string[]>>();

  static async read(database: pg.Client, caller: Api, collections: readonly string[]): Promise<Rows> {
    const all = new Rows();
    for (const collection of collections) {
      const { rows } = await database.query<Row>(`SELECT * FROM "${collection}"`);
      all.#rows.set(collection, new Map(rows.map((row) => [String(row.id), row])));
      const { data } = await caller.send<{ id: Key }[]>('GET', `${pathOf(collection)}?fields=id&limit=-1`);
      all.#visible.set(collection, new Set(data.map(({ id }) => String(id))));
    }
    return all;
  }

  visible(collection: string): ReadonlySet<string> {
    return this.#visible.get(collection) ?? new Set();
  }

  value(collection: string, id: string, column: string): unknown {
    return this.#rows.get(collection)?.get(id)?.[column];
  }

  /** The rows a step leads to from some rows. */
  step(from: Iterable<string>, edge: Edge): Set<string> {
    const reached = new Set<string>();
    for (const id of from) {
      const next = edge.many ? (this.#list(edge).get(id) ?? []) : [this.value(edge.holder, id, edge.column) as Key | null | undefined];
      for (const one of next) if (one !== null && one !== undefined) reached.add(String(one));
    }
    return reached;
  }

  /** Of some rows those the caller sees. */
  seen(collection: string, ids: ReadonlySet<string>): Set<string> {
    return new Set([...ids].filter((id) => this.visible(collection).has(id)));
  }

  #list({ holder, column }: Edge): ReadonlyMap<string, readonly string[]> {
    const name = `${holder}.${column}`;
    const known = this.#backwards.get(name);
    if (known) return known;
    const rows = [...(this.#rows.get(holder)?.values() ?? [])].filter((row) => row[column] !== null);
    const grouped = Map.groupBy(rows, (row) => String(row[column] as Key));
    const lists = new Map([...grouped].map(([key, below]) => [key, below.map(({ id }) => String(id))]));
    this.#backwards.set(name, lists);
    return lists;
  }
}
