import type { Api } from '../Api.ts';
import type { Edge, Graph } from './Graph.ts';

/** A relation as Directus describes it. */
export interface RelationRow {
  readonly collection: string;
  readonly field: string;
  readonly related_collection: string | null;
  readonly meta: { readonly one_field: string | null } | null;
}

interface FieldRow {
  readonly collection: string;
  readonly field: string;
  readonly type: string;
  readonly schema: { readonly is_primary_key: boolean } | null;
  readonly meta: { readonly special: readonly string[] | null } | null;
}

/** A list of one row has no rows to find. */
const SINGLE = ['settings', 'directus_settings'];

/**
 * Every relation of the data model that a caller has the right to name, from Directus's own description of both.
 * @param followed with the keys that have no list on their other side, which `$FOLLOW` goes over
 */
export async function readGraph(admin: Api, caller: Api, followed: boolean): Promise<Graph> {
  const { data: relations } = await admin.send<RelationRow[]>('GET', '/relations');
  const { data: fields } = await admin.send<FieldRow[]>('GET', '/fields');
  const { data: access } = await caller.send<Record<string, { read: { access: string; fields?: string[] } }>>('GET', '/permissions/me');
  const keyed = fields.filter(({ field, schema }) => field === 'id' && schema?.is_primary_key).map(({ collection }) => collection);
  const collections = keyed.filter((name) => !SINGLE.includes(name) && access[name] && access[name].read.access !== 'none');
  const may = (collection: string, field: string): boolean => {
    const named = access[collection]?.read.fields ?? [];
    return collections.includes(collection) && (named.includes('*') || named.includes(field));
  };
  const edges = relations.flatMap(({ collection, field, related_collection: to, meta }): Edge[] => {
    if (to === null || !may(collection, field) || !collections.includes(to)) return [];
    const list = meta?.one_field;
    const listed = list ? may(to, list) : null;
    const key = { holder: collection, column: field, graphql: listed !== false };
    const back = list && listed ? list : followed ? `$FOLLOW(${collection},${field})` : null;
    return [
      { ...key, from: collection, name: field, to, many: false },
      ...(back ? [{ ...key, from: to, name: back, to: collection, many: true, graphql: listed === true }] : []),
    ];
  });
  const texts = fields.filter(
    ({ collection, field, type, schema, meta }) =>
      ['string', 'text'].includes(type) && schema && !meta?.special?.includes('conceal') && field !== 'visible_to' && may(collection, field),
  );
  return {
    collections,
    edges: Map.groupBy(edges, ({ from }) => from),
    texts: new Map(collections.map((name) => [name, texts.filter(({ collection }) => collection === name).map(({ field }) => field)])),
  };
}
