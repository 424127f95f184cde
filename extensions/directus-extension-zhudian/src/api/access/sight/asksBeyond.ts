import type { Query } from '@directus/types';
import { filterPath } from './filterPath.ts';
import { followPath } from './followPath.ts';
import { isObject } from './isObject.ts';
import { levelsOf } from './levels.ts';
import type { Model } from './Sight.ts';

/** Whether a query filters, orders or groups by rows of other collections than the one it lists. */
export function asksBeyond(query: Query, collection: string, model: Model): boolean {
  return levelsOf(query, collection, model).some((level) => {
    const keys = [...(level.query.sort ?? []), ...(level.query.group ?? [])].map((key) => key.replace(/^-/, '').split('.'));
    return [...filterPaths(level.query.filter), ...keys].some((path) => {
      const { hops, counted } = followPath(path, level.collection, model);
      return hops.length > 0 || counted !== null;
    });
  });
}

function filterPaths(filter: unknown): string[][] {
  if (!isObject(filter)) return [];
  return Object.entries(filter).flatMap(([key, value]) =>
    (key === '_and' || key === '_or') && Array.isArray(value) ? value.flatMap(filterPaths) : [filterPath(key, value)],
  );
}
