import type { Accountability, Query, RegisterFunctions, SchemaOverview } from '@directus/types';
import type { Runtime } from '../../runtime/Runtime.ts';
import { asksBeyond } from './asksBeyond.ts';
import { KeptRights } from './KeptRights.ts';
import { guardCounts } from './guardCounts.ts';
import { mixesFields } from './mixesFields.ts';
import { narrowQuery } from './narrowQuery.ts';
import { readRights } from './readRights.ts';
import { rightsOf } from './rightsOf.ts';
import { sightOf } from './sightOf.ts';

/**
 * Row rules on every step of a query. Directus holds them against the rows it gives out; a filter, an order or a group that goes over a
 * relation would tell of rows that are somebody else's, a letter at a time.
 *
 * Every list, sum, export and GraphQL answer is read by a service that lets a filter event change its query; counts of a list are not.
 */
export function guardQueries({ filter, action }: Pick<RegisterFunctions, 'filter' | 'action'>, runtime: Runtime): void {
  const rights = new KeptRights(() => readRights(runtime));
  for (const changed of ['permissions', 'policies', 'access']) action(`${changed}.*`, () => rights.drop());

  const narrow = async (query: Query, collection: string, accountability: Accountability | null, schema: SchemaOverview): Promise<Query> => {
    if (!accountability || accountability.admin) return query;
    const beyond = asksBeyond(query, collection, schema);
    if (!beyond && !collection.startsWith('directus_')) return query;
    const theirs = rightsOf(accountability, await rights.get(performance.now()));
    if (!beyond && !mixesFields(theirs, collection)) return query;
    const sight = await sightOf(theirs, accountability, schema, runtime);
    return await narrowQuery(query, collection, sight, (of, filters, search) => countRows({ accountability, schema }, of, filters, search));
  };

  const countRows = guardCounts(runtime, narrow);
  // `items.query`, and `users.query` and the like of Directus's own collections.
  filter<Query>('*.query', async (query, { collection }, { accountability, schema }) =>
    narrow(query, collection as string, accountability, schema ?? (await runtime.getSchema())),
  );
}
