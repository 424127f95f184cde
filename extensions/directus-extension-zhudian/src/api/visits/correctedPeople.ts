import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { peopleFaults } from '@zhudian/core/visits/peopleFaults.ts';
import type { Knex } from 'knex';
import { keyOf, nestedRows } from '../runtime/nestedRows.ts';
import { unsignedNames } from './unsignedNames.ts';
import type { Payload } from '../runtime/Payload.ts';

/**
 * What is wrong with the people of a visit that is in already and is corrected: whoever is new has signed, and no signature is taken away. Who had
 * none when it was handed in, before that was asked, needs none for the sake of something else.
 */
export async function correctedPeople(visit: string, change: unknown, database: Knex): Promise<FieldFault[]> {
  if (change === undefined) return [];
  const before = await database('visit_inspectors').where({ visit }).select('id', 'inspector', 'signature');
  const after = nestedRows(before, change);
  const had = new Map<unknown, (typeof before)[number]>(before.map((row) => [row.id, row]));
  const isTouched = (row: Payload): boolean => {
    const old = had.get(row.id);
    return !old || Boolean(old.signature) || keyOf(row.inspector) !== old.inspector;
  };
  return peopleFaults(
    after.map(({ inspector }) => keyOf(inspector)).filter((key) => key !== null),
    await unsignedNames(after.filter(isTouched), database),
  );
}
