import { ForbiddenError } from '@directus/errors';
import type { Caller } from '../runtime/Caller.ts';

/**
 * Refuses a change of rows the caller may not even see, the way Directus does. Its own check comes after the rules, whose messages would
 * tell of such rows.
 */
export async function requireVisible(
  collection: string,
  keys: readonly string[],
  { accountability, database, schema, services }: Caller,
): Promise<void> {
  if (accountability === null || accountability.admin || keys.length === 0) return;
  const items = new services.ItemsService(collection, { accountability, schema, knex: database });
  const seen = await items.readByQuery({ filter: { id: { _in: [...keys] } }, fields: ['id'], limit: -1 }, { emitEvents: false }).catch(() => []);
  if (seen.length < new Set(keys).size) throw new ForbiddenError();
}
