import { HiddenRowsError } from './HiddenRowsError.ts';
import { filterPath } from './filterPath.ts';
import { followPath } from './followPath.ts';
import { hopConditions } from './hopConditions.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import type { Standing } from './Standing.ts';
import { startConditions } from './startConditions.ts';
import { joinsMany } from './underPath.ts';

/** One entry of a filter, which holds for visible rows only on every step of its path. */
export function narrowEntry(key: string, value: unknown, collection: string, sight: Sight, standing: Standing): Filter {
  const path = filterPath(key, value);
  const { start, hops, counted } = followPath(path, collection, sight.model);
  if (counted !== null && sight.rule(counted) !== 'all') throw new HiddenRowsError({ path: path.join('.'), use: '计数' });
  const conditions = distinct(hops.flatMap((hop) => hopConditions(hop, sight)));
  // A sum counts a row once for each row it is joined with, the hidden ones too where the entry need not be true of them.
  const many = joinsMany(conditions) || (standing.optional && hops.some(({ single }) => !single));
  if (standing.summed && conditions.length > 0 && many) throw new HiddenRowsError({ path: path.join('.'), use: '汇总' });
  return allOf([{ [key]: value }, ...startConditions(start, collection, sight), ...conditions]) ?? {};
}

/** Rows of one county are told by the same rule all along the way. */
function distinct(filters: readonly Filter[]): Filter[] {
  return [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()];
}
