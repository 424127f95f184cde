import type { Knex } from 'knex';
import { throwFaults } from '../errors/fieldFaults.ts';
import { actorOf } from '../access/actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';
import { countyOf } from '../runtime/countyOf.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import type { Payload } from '../runtime/Payload.ts';

const MESSAGE = '该驻点人员不存在，或属于其他县（市、区）；请从该企业所在县（市、区）的人员或市级人员中选择';

/**
 * Checks a member of a team as it is written: people of a county go to its enterprises, those of the city to all. Nobody is exempt, the city office
 * no more than a county. One message for people who are not there and people of another county.
 *
 * @param keys the members that are changed, none for a new one
 * @throws a fault at the person
 */
export async function checkMember(member: Payload, keys: readonly string[], by: Caller): Promise<void> {
  const inspector = keyOf(member.inspector);
  const team = keyOf(member.team);
  if (inspector === null && team === null) return;
  const { database } = by;
  const rows = await database('team_members')
    .whereIn('id', [...keys])
    .select<{ inspector: string; team: string }[]>('inspector', 'team');
  const written = rows.length > 0 ? rows : [{ inspector: '', team: '' }];
  for (const row of written) {
    const counties = await countiesOf(team ?? row.team, by);
    if (await isOf(inspector ?? row.inspector, counties, database)) continue;
    throwFaults('team_members', [{ field: 'inspector', rule: 'team_member.county', message: MESSAGE }]);
  }
}

/** Checks that the people of a team go with it when it is given to another enterprise. */
export async function checkMembersMove(team: string, enterprise: string, { database }: Caller): Promise<void> {
  const foreign: { name: string }[] = await database('team_members AS m')
    .join('inspectors AS i', 'i.id', 'm.inspector')
    .join('enterprises AS e', (on) => void on.on(database.raw('e.id = zhudian_uuid(?)', [enterprise])))
    .where('m.team', team)
    .whereRaw(`i.level <> 'city' AND i.county IS DISTINCT FROM e.county`)
    .select('i.name');
  if (foreign.length === 0) return;
  const names = foreign.map(({ name }) => `“${name}”`).join('、');
  const message = `${names}属于其他县（市、区），不能随驻点组改到该企业；请先更换成员，或为该企业另建驻点组`;
  throwFaults('teams', [{ field: 'enterprise', rule: 'team.members.county', message }]);
}

/** The county of the team's enterprise, and a county's officer's own. */
async function countiesOf(team: string, by: Caller): Promise<readonly (string | null)[]> {
  const { accountability, database } = by;
  const row = await database('teams AS t')
    .join('enterprises AS e', 'e.id', 't.enterprise')
    .whereRaw('t.id = zhudian_uuid(?)', [team])
    .first<{ county: string } | undefined>('e.county');
  const own = actorOf(by) === 'county' ? [await countyOf(accountability?.user, database)] : [];
  return [...(row ? [row.county] : []), ...own];
}

async function isOf(inspector: string, counties: readonly (string | null)[], database: Knex): Promise<boolean> {
  const found = await database('inspectors')
    .whereRaw('id = zhudian_uuid(?)', [inspector])
    .first<{ level: string; county: string | null } | undefined>('level', 'county');
  return found !== undefined && (found.level === 'city' || counties.every((county) => county === found.county));
}
