import type { Snapshot } from './Snapshot.ts';

/** directus-sync's own table, which it leaves out of its dumps. */
const NOT_OURS_TO_KEEP = 'directus_sync_id_map';

/**
 * What an installation has and the dump has not: collections, fields and relations that its office made in the panel. A push of the dump alone
 * would drop them, with what people have written there.
 *
 * @param withdrawn names of what the dump has left out on purpose
 */
export function additions(installed: Snapshot, dump: Snapshot, withdrawn: readonly string[]): Snapshot {
  const gone = new Set([...withdrawn, NOT_OURS_TO_KEEP]);
  const shipped = new Set([...dump.collections.map(({ collection }) => collection), ...dump.fields.map(nameOf)]);
  const related = new Set(dump.relations.map(nameOf));
  const collections = installed.collections.filter(({ collection }) => !shipped.has(collection) && !gone.has(collection));
  const stays = new Set([...dump.collections, ...collections].map(({ collection }) => collection));
  const isThere = (collection: string): boolean => collection.startsWith('directus_') || stays.has(collection);
  const own = (entry: { collection: string; field: string }): boolean =>
    isThere(entry.collection) && !gone.has(entry.collection) && !gone.has(nameOf(entry));
  return {
    collections,
    fields: installed.fields.filter((field) => own(field) && !shipped.has(nameOf(field))),
    relations: installed.relations.filter(
      (relation) => own(relation) && !related.has(nameOf(relation)) && (relation.related_collection === null || isThere(relation.related_collection)),
    ),
  };
}

function nameOf({ collection, field }: { readonly collection: string; readonly field: string }): string {
  return `${collection}.${field}`;
}
