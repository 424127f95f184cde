import type { Query } from '@directus/types';
import { checkGroups } from './checkGroups.ts';
import { checkSort, type CountRows } from './checkSort.ts';
import { mapLevels, type Level } from './levels.ts';
import { narrowFilter } from './narrowFilter.ts';
import { allOf } from './Rule.ts';
import type { Sight } from './Sight.ts';
import { startConditions } from './startConditions.ts';

/**
 * A query, with all it says in `deep`, whose answer rests on nothing but rows the caller may read.
 * @throws HiddenRowsError where that cannot be had; Directus's FORBIDDEN where the caller may read nothing of a step
 */
export async function narrowQuery(query: Query, collection: string, sight: Sight, count: CountRows): Promise<Query> {
  return await mapLevels(query, collection, sight.model, (level) => narrowLevel(level, sight, count));
}

async function narrowLevel({ query, collection }: Level, sight: Sight, count: CountRows): Promise<Query> {
  checkGroups(query, collection, sight);
  const sums = Object.values(query.aggregate ?? {}).flat();
  const summed = sums.length > 0 || (query.group ?? []).length > 0;
  const asked = query.filter ? [narrowFilter(query.filter, collection, sight, { summed, optional: false })] : [];
  const added = sums.filter((field) => field !== '*').flatMap((field) => startConditions(field, collection, sight));
  const filter = allOf([...asked, ...added]);
  // One sum over everything has no order, whatever is asked for.
  const ordered = query.sort && (sums.length === 0 || (query.group ?? []).length > 0);
  const sort = ordered ? { sort: await checkSort(query, filter, collection, sight, count) } : {};
  return { ...query, ...(filter ? { filter: filter as Query['filter'] & object } : {}), ...sort };
}
