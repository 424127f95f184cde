import { QUANTIFIERS } from './filterPath.ts';
import { isObject } from './isObject.ts';
import { narrowEntry } from './narrowEntry.ts';
import { narrowList } from './narrowList.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import type { Standing } from './Standing.ts';

/**
 * A filter whose answer rests on nothing but rows the caller may read: what it asks of related rows, it asks of visible ones. Directus
 * holds row rules against the rows it gives out, not against those a filter goes over.
 */
export function narrowFilter(filter: Filter, collection: string, sight: Sight, standing: Standing): Filter {
  const parts = Object.entries(filter).map(([key, value]): Filter => {
    if ((key === '_and' || key === '_or') && Array.isArray(value)) {
      const inside = { ...standing, optional: standing.optional || (key === '_or' && value.length > 1) };
      return { [key]: value.map((part: unknown) => (isObject(part) ? narrowFilter(part, collection, sight, inside) : part)) };
    }
    if (key.startsWith('_')) return { [key]: value };
    const first = isObject(value) ? Object.keys(value)[0] : undefined;
    return first !== undefined && QUANTIFIERS.includes(first)
      ? narrowList(key, value as Filter, collection, sight, (inner, of) => narrowFilter(inner, of, sight, { summed: false, optional: false }))
      : narrowEntry(key, value, collection, sight, standing);
  });
  return allOf(parts) ?? filter;
}
