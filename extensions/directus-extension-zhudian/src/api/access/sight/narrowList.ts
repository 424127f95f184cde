import { followPath } from './followPath.ts';
import { hopConditions } from './hopConditions.ts';
import { isObject } from './isObject.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import { startConditions } from './startConditions.ts';

/**
 * `_some` and `_none` of a list. Directus asks them of visible rows only, by a query of its own for which the list's rows are the start;
 * what that query asks is narrowed in turn. Inside `_none` too: a row that is hidden further on is as good as absent.
 */
export function narrowList(key: string, value: Filter, collection: string, sight: Sight, narrow: (inner: Filter, of: string) => Filter): Filter {
  const { start, hops } = followPath([key], collection, sight.model);
  const [hop] = hops;
  const [quantifier = '', inner] = Object.entries(value)[0] ?? [];
  if (!hop || hop.single || !isObject(inner)) return { [key]: value };
  // Refuses what may not be read at all; the rows are Directus's to hide.
  hopConditions(hop, sight);
  const link = key.startsWith('$FOLLOW(') ? startConditions(hop.fields[0] ?? null, hop.collection, sight) : [];
  const asked = { [key]: { [quantifier]: led(allOf([narrow(inner, hop.collection), ...link]) ?? {}, hop.collection, sight) } };
  return allOf([asked, ...startConditions(start, collection, sight)]) ?? asked;
}

/** Directus overlooks what is asked of a list when it begins with `_and` or `_or`: a key that every row has is put before it. */
function led(filter: Filter, collection: string, { model }: Sight): Filter {
  const [first] = Object.keys(filter);
  const key = model.collections[collection]?.primary;
  return first === undefined || !first.startsWith('_') || key === undefined ? filter : { [key]: { _nnull: true }, _and: [filter] };
}
