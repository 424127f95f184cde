import type { Knex } from 'knex';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

/** The names of those who have no signature, among the people of a visit as they will stand. */
export async function unsignedNames(people: readonly Readonly<Payload>[], database: Knex): Promise<string[]> {
  const keys = people.filter(({ signature }) => !isSigned(signature)).map(({ inspector }) => keyOf(inspector));
  if (keys.length === 0) return [];
  const rows = await database('inspectors')
    .whereRaw('id = ANY (zhudian_uuids(?))', [keys.filter((key) => key !== null)])
    .select('id', 'name');
  return keys.map((key) => rows.find(({ id }) => id === key)?.name ?? '未选择的人员');
}

/** A file that is there already, or is made with the visit. */
function isSigned(signature: unknown): boolean {
  return (typeof signature === 'string' && signature !== '') || (typeof signature === 'object' && signature !== null);
}
