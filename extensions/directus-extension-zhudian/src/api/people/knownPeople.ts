import type { KnownPerson } from '@zhudian/core/people/repeatedPeople.ts';
import type { Knex } from 'knex';

/** People of the register, in the order and as often as they are asked for; who is not there is left out. */
export async function knownPeople(inspectors: readonly string[], database: Knex): Promise<KnownPerson[]> {
  const rows = await database('inspectors')
    .whereRaw('id = ANY (zhudian_uuids(?))', [inspectors])
    .select<KnownPerson[]>('id', 'name', 'phone', database.raw('"user" AS login'));
  const known = new Map(rows.map((row) => [row.id, row]));
  return inspectors.flatMap((key) => known.get(key.toLowerCase()) ?? []);
}
