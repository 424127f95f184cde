import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Knex } from 'knex';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

/**
 * A fault when the inspector who is newly named as having seen a hazard is of another county: neither of the hazard's, nor of the city, nor of the
 * enterprise's team. One message for people who are not there and people of another county.
 *
 * @param hazard as it would stand
 * @param known who is named already
 */
export async function elsewhereVerifier(hazard: Payload, known: string | null, database: Knex): Promise<FieldFault[]> {
  const inspector = keyOf(hazard.verified_by);
  if (inspector === null || inspector === known) return [];
  const { rows } = await database.raw<{ rows: [{ near: boolean }] }>(
    'SELECT zhudian_may_verify(zhudian_uuid(?), zhudian_uuid(?), zhudian_day(?)) AS near',
    [inspector, keyOf(hazard.enterprise), typeof hazard.verified_on === 'string' ? hazard.verified_on : null],
  );
  if (rows[0].near) return [];
  const message = '该驻点人员不存在，或属于其他县（市、区）；请从本县（市、区）人员、市级人员或该企业驻点组成员中选择';
  return [{ field: 'verified_by', rule: 'hazard.verified_by.county', message }];
}
