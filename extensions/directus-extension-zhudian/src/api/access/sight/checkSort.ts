import type { Query } from '@directus/types';
import { HiddenRowsError } from './HiddenRowsError.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Sight } from './Sight.ts';
import { sortedBy } from './sortedBy.ts';

/** How many visible rows of a collection pass each of some filters, all counted at one moment. */
export type CountRows = (collection: string, filters: readonly (Filter | null)[], search: string | null) => Promise<number[]>;

/**
 * The order of a list, refused where it would tell of hidden rows.
 * @param filter of the list, narrowed already
 * @throws HiddenRowsError
 */
export async function checkSort(query: Query, filter: Filter | null, collection: string, sight: Sight, count: CountRows): Promise<string[]> {
  const sums = Object.keys(query.aggregate ?? {});
  const keys = (query.sort ?? []).map((key) =>
    sums.includes(key.replace(/^-/, '').split('.')[0] ?? '') ? { key, conditions: [] } : sortedBy(key, collection, sight),
  );
  const conditions = keys.flatMap((one) => one.conditions);
  if (conditions.length > 0) {
    const given = filter ? [filter] : [];
    const [listed = 0, seen = 0] = await count(collection, [filter, allOf([...given, ...conditions])], query.search ?? null);
    if (seen < listed) throw new HiddenRowsError({ path: keys.map(({ key }) => key).join(), use: '排序' });
  }
  return keys.map(({ key }) => key);
}
