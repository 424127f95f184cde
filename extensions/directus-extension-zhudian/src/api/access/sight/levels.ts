import type { Query } from '@directus/types';
import { getRelationInfo } from '@directus/utils';
import { isObject } from './isObject.ts';
import type { Model } from './Sight.ts';

/** The part of a query that asks of one collection: the query itself, or what `deep` says of a list. */
export interface Level {
  readonly collection: string;
  readonly query: Query;
}

interface DeepLevel extends Level {
  readonly key: string;
  readonly deeper: Readonly<Record<string, unknown>>;
  readonly alias: Readonly<Record<string, string>>;
}

/** Every level of a query. */
export function levelsOf(query: Query, collection: string, model: Model): Level[] {
  const below = (deep: unknown, of: string, alias: DeepLevel['alias']): Level[] =>
    deepLevels(deep, of, alias, model).flatMap((level) => [level, ...below(level.deeper, level.collection, level.alias)]);
  return [{ collection, query }, ...below(query.deep, collection, query.alias ?? {})];
}

/** A query with every level changed. What `deep` says of no relation is left out: nothing comes of it. */
export async function mapLevels(query: Query, collection: string, model: Model, change: (level: Level) => Promise<Query>): Promise<Query> {
  const below = async (deep: unknown, of: string, alias: DeepLevel['alias']): Promise<Record<string, unknown>> => {
    const changed: Record<string, unknown> = {};
    for (const level of deepLevels(deep, of, alias, model)) {
      const own = Object.entries(await change(level)).map(([key, value]): [string, unknown] => [`_${key}`, value]);
      changed[level.key] = { ...Object.fromEntries(own), ...(await below(level.deeper, level.collection, level.alias)) };
    }
    return changed;
  };
  const changed = await change({ collection, query });
  return query.deep ? { ...changed, deep: (await below(query.deep, collection, query.alias ?? {})) as NonNullable<Query['deep']> } : changed;
}

function deepLevels(deep: unknown, collection: string, alias: DeepLevel['alias'], model: Model): DeepLevel[] {
  return Object.entries(isObject(deep) ? deep : {}).flatMap(([key, value]) => {
    const [name = '', scope] = key.split(':');
    const { relation, relationType } = getRelationInfo(model.relations, collection, alias[name] ?? name);
    const to = relationType === 'm2o' ? relation?.related_collection : relationType === 'a2o' ? scope : relation?.collection;
    if (key.startsWith('_') || !to || !isObject(value)) return [];
    const own = Object.entries(value).filter(([part]) => part.startsWith('_'));
    const query = Object.fromEntries(own.map(([part, said]) => [part.slice(1), said])) as Query;
    const deeper = Object.fromEntries(Object.entries(value).filter(([part]) => !part.startsWith('_')));
    return [{ key, collection: to, query, deeper, alias: relationType === 'a2o' ? alias : (query.alias ?? {}) }];
  });
}
