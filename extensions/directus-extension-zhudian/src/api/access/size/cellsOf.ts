import type { Query } from '@directus/types';
import { getRelationInfo } from '@directus/utils';
import { isObject } from '../sight/isObject.ts';
import type { Model } from '../sight/Sight.ts';

/** Rows of a list for which a query names no number: what Directus gives then. */
const USUAL_ROWS = 100;
/** The most rows Directus gives, whatever is asked for (QUERY_LIMIT_MAX). */
const MOST_ROWS = 10_000;
/** Rows taken to belong to each row before, where a query names no number: more than most records of the data model have. */
const USUAL_PARTS = 20;
/** The same where it asks for all of them: more than any record has. */
const MOST_PARTS = 1_000;

/**
 * How many cells, rows times fields, the answer of a query may have, by its fields and limits alone; stops counting beyond `most`. What a
 * wildcard stands for is counted in full.
 */
export function cellsOf(query: Query, collection: string, model: Model, most: number): number {
  const paths = (query.fields ?? ['*']).map((field) => field.split('.'));
  const named = keysIn(query.filter, model.collections[collection]?.primary ?? 'id');
  const rows = query.group ? MOST_ROWS : Math.min(named, limitOf(query.limit, USUAL_ROWS, MOST_ROWS));
  return level(paths, collection, rows, { deep: query.deep ?? {}, alias: query.alias ?? {} }, model, most);
}

interface Below {
  readonly deep: unknown;
  readonly alias: Readonly<Record<string, string>>;
}

function level(paths: readonly string[][], collection: string, rows: number, { deep, alias }: Below, model: Model, most: number): number {
  const fields = Object.keys(model.collections[collection]?.fields ?? {});
  const below = new Map<string, string[][]>();
  let own = 0;
  for (const [head = '', ...rest] of paths) {
    const names = head === '*' ? fields : [head];
    own += names.length;
    if (rest.length > 0) for (const name of names) below.set(name, [...(below.get(name) ?? []), rest]);
  }
  let cells = rows * own;
  for (const [name, rest] of below) {
    if (cells > most) return cells;
    const [field = '', scope] = name.split(':');
    const { relation, relationType } = getRelationInfo(model.relations, collection, alias[field] ?? field);
    const next = relationType === 'm2o' ? relation?.related_collection : relationType === 'a2o' ? scope : relation?.collection;
    if (!relation || !next) continue;
    const said = (deep as Readonly<Record<string, unknown>>)[field] ?? {};
    const { _limit, _alias, ...deeper } = said as { _limit?: number; _alias?: Readonly<Record<string, string>> };
    const each = relationType === 'm2o' ? 1 : limitOf(_limit, USUAL_PARTS, MOST_PARTS);
    cells += level(rest, next, rows * each, { deep: deeper, alias: _alias ?? {} }, model, most - cells);
  }
  return cells;
}

function limitOf(limit: number | null | undefined, usual: number, most: number): number {
  if (limit === null || limit === undefined) return usual;
  return limit < 0 ? most : Math.min(limit, most);
}

/** How many rows a filter lets through at most, where it names them by their keys, as the reading of one row does; else without bound. */
function keysIn(filter: unknown, primary: string): number {
  if (!isObject(filter)) return Infinity;
  const key = filter[primary];
  const named = isObject(key) ? ('_eq' in key ? 1 : Array.isArray(key._in) ? key._in.length : Infinity) : Infinity;
  const all = Array.isArray(filter._and) ? filter._and.map((part) => keysIn(part, primary)) : [];
  return Math.min(named, ...all);
}
