import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Knex } from 'knex';

/**
 * People of another county who are not of the team, by name: a visit whose enterprise was changed may have them. One who is added is refused by
 * PostgreSQL (`visit_inspectors_before`).
 *
 * @param people keys of inspectors
 * @param team the members of the team in force; null when there is none
 */
export async function elsewhereFault(
  people: readonly string[],
  team: readonly string[] | null,
  enterprise: string | null,
  database: Knex,
): Promise<FieldFault[]> {
  const asked = people.filter((one) => !team?.includes(one));
  const rows: { name: string }[] = await database('inspectors as i')
    .whereRaw(`i.id = ANY (zhudian_uuids(?)) AND i.level = 'county'`, [asked])
    .whereRaw('i.county IS DISTINCT FROM (SELECT county FROM enterprises WHERE id = zhudian_uuid(?))', [enterprise])
    .orderBy('i.name')
    .select('i.name');
  if (rows.length === 0) return [];
  const message = `${rows.map(({ name }) => name).join('、')}是其他县（市、区）的人员，也不在本组，不能作为本次驻点人员；请改选本组、本县（市、区）或市级人员`;
  return [{ field: 'inspectors', rule: 'visit.inspectors.county', message }];
}
