import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { repeatedPeople } from '@zhudian/core/people/repeatedPeople.ts';
import type { Knex } from 'knex';
import { knownPeople } from '../people/knownPeople.ts';
import { keyOf, nestedRows } from '../runtime/nestedRows.ts';

/** A fault when one person is at a visit more than once: a visit of two is one of two people (两人一企). */
export async function repeatedFault(inspectors: readonly string[], database: Knex): Promise<FieldFault[]> {
  const names = repeatedPeople(await knownPeople(inspectors, database));
  if (names.length === 0) return [];
  const message = `同一人在“驻点人员”中出现了两次：${names.join('、')}；请删除重复的一行，或改选实际到场的另一人`;
  return [{ field: 'inspectors', rule: 'visit.inspectors.once', message }];
}

/**
 * The people of a visit as they will stand.
 *
 * @param visit its key, null for a new one
 * @param change what is sent for them
 */
export async function givenPeople(visit: string | null, change: unknown, database: Knex): Promise<string[]> {
  const current = visit === null ? [] : await database('visit_inspectors').where({ visit }).orderBy('id').select('id', 'inspector');
  return nestedRows(current, change)
    .map(({ inspector }) => keyOf(inspector))
    .filter((key) => key !== null);
}
