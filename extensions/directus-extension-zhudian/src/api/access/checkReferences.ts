import { isUuid } from '@zhudian/core/text/isUuid.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { PARENTS } from './checkParents.ts';
import { readSeen } from './readSeen.ts';

type Row = Record<string, unknown>;

/** References about which a collection's own rules say more, to hidden rows as well; `tests/integration/fieldRights.test.ts` asks about each. */
const SPOKEN_FOR = new Set([
  ...Object.entries(PARENTS).map(([collection, { field }]) => `${collection}.${field}`),
  ...['visits.enterprise', 'hazards.enterprise', 'visit_inspectors.inspector', 'team_members.inspector', 'inspectors.user'],
]);

/**
 * Refuses a reference to a row that the caller may not see. Whoever sees a row sees what it refers to: a reference to somebody else's would open it,
 * and what the system copies from there. The relations are those of the data model, so that a new one is looked at by itself.
 *
 * @param keys the rows that are changed, none for a new one: a form sends what is there already as well
 * @throws a fault at the field
 */
export async function checkReferences(collection: string, payload: Row, keys: readonly string[], caller: Caller): Promise<void> {
  const { accountability, schema } = caller;
  if (accountability === null || accountability.admin) return;
  for (const { field, related_collection: related, collection: at } of schema.relations) {
    // The county is held against the caller's own (requireRight.ts).
    if (at !== collection || related === null || related === 'directus_files' || field === 'county' || SPOKEN_FOR.has(`${collection}.${field}`))
      continue;
    const key = keyOf(payload[field]);
    // What is no key is Directus's to refuse; asked of PostgreSQL, it would end the transaction.
    if (key === null || !isUuid(key) || (await mayRefer(related, key, caller)) || !(await isThere(related, key, caller))) continue;
    if (keys.length > 0 && (await isAsItWas(collection, field, key, keys, caller))) continue;
    throwFaults(collection, [{ field, rule: 'reference.visible', message: '所选内容不存在，或您无权查看；请重新选择' }]);
  }
}

/** A row that is not there is PostgreSQL's to refuse: it may come with the same save, after this one. */
async function isThere(collection: string, key: string, { database }: Caller): Promise<boolean> {
  return (await database(collection).where({ id: key }).first<unknown>(database.raw('1 AS here'))) !== undefined;
}

async function mayRefer(collection: string, key: string, caller: Caller): Promise<boolean> {
  if (await readSeen(collection, key, ['id'], caller, caller)) return true;
  // A phone that was off line has the list that was in force then: it may have been retired since.
  if (collection !== 'task_items') return false;
  const list = await caller
    .database('task_items AS i')
    .join('task_lists AS l', 'l.id', 'i.task_list')
    .whereRaw('i.id = zhudian_uuid(?)', [key])
    .where('l.status', 'retired')
    .first<{ county: string | null } | undefined>('l.county');
  if (!list) return false;
  return list.county === null || (await readSeen('counties', list.county, ['id'], caller, caller)) !== undefined;
}

async function isAsItWas(collection: string, field: string, key: string, keys: readonly string[], { database }: Caller): Promise<boolean> {
  const others: unknown = await database(collection)
    .whereIn('id', [...keys])
    .whereRaw('?? IS DISTINCT FROM zhudian_uuid(?)', [field, key])
    .first(database.raw('1 AS here'));
  return others === undefined;
}
