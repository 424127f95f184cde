import { getRelationInfo } from '@directus/utils';
import type { Model } from './Sight.ts';

/** One step of a path into another collection. */
export interface Hop {
  /** The path up to and with this step. */
  readonly path: readonly string[];
  readonly collection: string;
  /** The fields that the step and the next one read in the collection it leads to. */
  readonly fields: readonly string[];
  /** A key of the row before leads here, so that there is one row at most. */
  readonly single: boolean;
}

/** Where a path leads. */
export interface Way {
  /** The field of the first collection; null where the path does not go over a field of it. */
  readonly start: string | null;
  readonly hops: readonly Hop[];
  /** The collection whose rows are counted at the end. */
  readonly counted: string | null;
}

const FUNCTION = /^(?<name>\w+)\((?<field>\w+)/;

/** Follows a path of fields through the data model, the way Directus does when it joins tables. */
export function followPath(path: readonly string[], collection: string, model: Model): Way {
  const hops: (Omit<Hop, 'fields'> & { fields: string[] })[] = [];
  const seen: string[] = [];
  let at = collection;
  const reads = (field: string): void => void (hops.at(-1)?.fields ?? seen).push(field);
  for (const [index, part] of path.entries()) {
    const [name = '', scope] = part.split(':');
    const { relation, relationType } = getRelationInfo(model.relations, at, name);
    const given = name.startsWith('$FOLLOW(');
    const last = index === path.length - 1;
    const next = relationType === 'm2o' ? relation?.related_collection : relationType === 'a2o' ? scope : relation?.collection;
    if (!relation || !next || (last && relationType === 'm2o')) {
      const called = FUNCTION.exec(name)?.groups;
      reads(called?.field ?? name);
      return { start: seen[0] ?? null, hops, counted: called?.name === 'count' ? listAt(at, called.field ?? '', model) : null };
    }
    if (!given) reads(name);
    hops.push({
      path: path.slice(0, index + 1),
      collection: next,
      fields: given ? [relation.field] : [],
      single: relationType === 'm2o',
    });
    at = next;
  }
  const key = model.collections[at]?.primary;
  if (key !== undefined) reads(key);
  return { start: seen[0] ?? null, hops, counted: null };
}

function listAt(collection: string, field: string, model: Model): string | null {
  const { relation, relationType } = getRelationInfo(model.relations, collection, field);
  return relationType === 'o2m' ? (relation?.collection ?? null) : null;
}
