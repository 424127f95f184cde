import type { DirectusRequest } from '../runtime/DirectusRequest.ts';
import type { Runtime } from '../runtime/Runtime.ts';

/**
 * One row with some of its fields, as whoever asks may see it; undefined when there is none for them, whether it does not exist or is not
 * theirs.
 */
export async function readSeen<T extends object>(
  collection: string,
  id: string,
  fields: readonly string[],
  { accountability, schema }: Pick<DirectusRequest, 'accountability' | 'schema'>,
  { services, database }: Pick<Runtime, 'services' | 'database'>,
): Promise<T | undefined> {
  if (!accountability) return undefined;
  const items = new services.ItemsService(collection, { accountability: accountability.admin ? null : accountability, schema, knex: database });
  const [seen] = (await items.readByQuery({ filter: { id: { _eq: id } }, fields: [...fields], limit: 1 }).catch(() => [])) as T[];
  return seen;
}
