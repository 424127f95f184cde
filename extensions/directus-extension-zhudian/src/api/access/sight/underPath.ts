import { getRelationInfo } from '@directus/utils';
import { UnreadableRuleError } from './UnreadableRuleError.ts';
import { QUANTIFIERS } from './filterPath.ts';
import { isObject } from './isObject.ts';
import { allOf, type Filter } from './Rule.ts';
import type { Model } from './Sight.ts';

/**
 * A rule of the collection that a path leads to, asked from where the path begins.
 *
 * Lists that the rule itself goes over are written as `$FOLLOW`: Directus joins a table once for each way of writing a path, and the row
 * that makes the rule true need not be the one the query asks for; nor need the caller see the list as a field.
 */
export function underPath(path: readonly string[], rule: Filter, collection: string, model: Model): Filter {
  const under = (filter: Filter): Filter => {
    const parts = Object.entries(filter).map(([key, value]): Filter => {
      if (key === '_and' || key === '_or') return { [key]: (value as Filter[]).map(under) };
      const [name, rest] = followed(key, value, collection, model);
      return path.reduceRight<Filter>((inner, part) => ({ [part]: inner }), { [name]: rest });
    });
    return allOf(parts) ?? {};
  };
  return under(rule);
}

/** Whether a rule under a path asks for rows of a list: one row before it is joined with many then. */
export function joinsMany(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(joinsMany);
  return isObject(filter) && Object.entries(filter).some(([key, value]) => key.startsWith('$FOLLOW(') || joinsMany(value));
}

function followed(key: string, value: unknown, collection: string, model: Model): [string, unknown] {
  const { relation, relationType } = getRelationInfo(model.relations, collection, key.split(':')[0]);
  const [first] = isObject(value) ? Object.entries(value) : [];
  if (first && QUANTIFIERS.includes(first[0])) throw new UnreadableRuleError({ collection, field: key });
  const next = relationType === 'm2o' ? relation?.related_collection : relationType === 'o2m' ? relation?.collection : null;
  if (!relation || !next || !first || first[0].startsWith('_')) return [key, value];
  const [name, rest] = followed(first[0], first[1], next, model);
  return [relationType === 'o2m' ? `$FOLLOW(${relation.collection},${relation.field})` : key, { [name]: rest }];
}
