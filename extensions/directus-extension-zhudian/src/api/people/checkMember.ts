import { throwFaults } from '../errors/fieldFaults.ts';
import { actorOf } from '../access/actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';
import { countyOf } from '../runtime/countyOf.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

/**
 * Checks a member of a team as it is written: an office of a county has its own people and the city's to give. The city may send people across
 * counties. One message for people who are not there and people of another county.
 *
 * @throws a fault at the person
 */
export async function checkMember(member: Payload, by: Caller): Promise<void> {
  const inspector = keyOf(member.inspector);
  if (actorOf(by) !== 'county' || inspector === null) return;
  const { accountability, database } = by;
  const own = await countyOf(accountability?.user, database);
  const found: unknown = await database('inspectors')
    .whereRaw('id = zhudian_uuid(?)', [inspector])
    .where((scope) => void scope.where('level', 'city').orWhereRaw('county = zhudian_uuid(?)', [own]))
    .first('id');
  if (found) return;
  const message = '该驻点人员不存在，或属于其他县（市、区）；请从本县（市、区）人员或市级人员中选择，需要跨县（市、区）派驻的请联系市级管理员';
  throwFaults('team_members', [{ field: 'inspector', rule: 'team_member.county', message }]);
}
