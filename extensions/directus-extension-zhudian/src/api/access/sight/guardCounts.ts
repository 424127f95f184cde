import type { Accountability, Query, SchemaOverview } from '@directus/types';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { Filter } from './Rule.ts';

type Narrow = (query: Query, collection: string, accountability: Accountability | null, schema: SchemaOverview) => Promise<Query>;

/** Directus's counter of a list, one for each request. */
interface Counter {
  readonly accountability: Accountability | null;
  readonly schema: SchemaOverview;
}

/** The counting as Directus has it, kept at the class: when extensions are loaded again, it is guarded once all the same. */
const UNGUARDED = Symbol.for('zhudian.unguardedCount');

interface Counting {
  filterCount: (this: Counter, collection: string, query: Query) => Promise<number>;
  [UNGUARDED]?: Counting['filterCount'];
}

/** Counts the rows a caller may read by each of some filters, which are narrowed already, all at one moment. */
export type CountFor = (
  caller: { readonly accountability: Accountability; readonly schema: SchemaOverview },
  collection: string,
  filters: readonly (Filter | null)[],
  search: string | null,
) => Promise<number[]>;

/**
 * Narrows what a list is counted by (`meta=filter_count`). No event of Directus tells of that, so its counter is wrapped, which all its
 * interfaces use.
 * @returns the counter as it was
 * @throws when Directus counts otherwise than this was written for
 */
export function guardCounts({ services, database }: Pick<Runtime, 'services' | 'database'>, narrow: Narrow): CountFor {
  const counter = services.MetaService.prototype as unknown as Counting;
  const filterCount = (counter[UNGUARDED] ??= counter.filterCount);
  if (typeof filterCount !== 'function') throw new Error('Directus has no MetaService.filterCount: the counts of lists would tell of hidden rows.');
  counter.filterCount = async function (collection, { filter, search }) {
    const asked: Query = { filter: filter ?? null, search: search ?? null };
    return await filterCount.call(this, collection, await narrow(asked, collection, this.accountability, this.schema));
  };
  return async (caller, collection, filters, search) =>
    await database.transaction(
      async (knex) => {
        const means = new services.MetaService({ ...caller, knex }) as unknown as Counter;
        const counts: number[] = [];
        for (const filter of filters) counts.push(await filterCount.call(means, collection, { filter: filter as Query['filter'] & object, search }));
        return counts;
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
}
