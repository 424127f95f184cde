import { followPath, type Hop } from './followPath.ts';
import { HiddenRowsError } from './HiddenRowsError.ts';
import { hopConditions } from './hopConditions.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import { startConditions } from './startConditions.ts';

/** A key of an order, and what every listed row has to fulfil for it to tell nothing of hidden rows. */
export interface SortedBy {
  readonly key: string;
  readonly conditions: readonly Filter[];
}

/**
 * An order by `enterprise.name` tells nothing that is hidden as long as each listed row's enterprise is visible, or there is none.
 * @param key as in `sort`, a minus before it for the other direction
 * @throws HiddenRowsError for an order by rows of a list, or by their number, when some of them are hidden
 */
export function sortedBy(key: string, collection: string, sight: Sight): SortedBy {
  const minus = key.startsWith('-') ? '-' : '';
  const path = key.slice(minus.length).split('.');
  const { start, hops, counted } = followPath(path, collection, sight.model);
  const last = hops.at(-1);
  // The key of a row that is referred to stands in the row that refers to it.
  if (last?.single && last.path.length === path.length - 1 && path.at(-1) === sight.model.collections[last.collection]?.primary)
    return sortedBy(minus + last.path.join('.'), collection, sight);
  const hidden = seenOrAbsent(hops, sight);
  const many = hidden !== null && hops.some(({ single }) => !single);
  if (many || (counted !== null && sight.rule(counted) !== 'all')) throw new HiddenRowsError({ path: key, use: '排序' });
  return { key, conditions: [...startConditions(start, collection, sight), ...(hidden ? [hidden] : [])] };
}

/** Null where every row on the way is visible to the caller anyway. */
function seenOrAbsent([hop, ...further]: readonly Hop[], sight: Sight): Filter | null {
  if (!hop) return null;
  const beyond = seenOrAbsent(further, sight);
  const seen = allOf([...hopConditions(hop, sight), ...(beyond ? [beyond] : [])]);
  const absent = hop.path.reduceRight<Filter>((inner, part) => ({ [part]: inner }), { _null: true });
  return seen && { _or: [absent, seen] };
}
