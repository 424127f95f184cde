import { validateTeam, type TeamMember, type TeamPeriod } from '@zhudian/core/teams/validateTeam.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import { checkMembersMove } from './checkMember.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf, nestedRows } from '../runtime/nestedRows.ts';
import { knownPeople } from './knownPeople.ts';
import { today } from '../clock/today.ts';

type Row = Record<string, unknown>;

/** Checks a team that is about to be created, with the members sent along. */
export async function checkNewTeam(payload: Row, caller: Caller): Promise<void> {
  await checkTeam(null, payload, nestedRows([], payload.members), caller);
}

/** Checks teams as they would stand after a change. */
export async function checkChangedTeams(change: Row, keys: readonly string[], caller: Caller): Promise<void> {
  const { database } = caller;
  const rows: Row[] = await database('teams')
    .whereIn('id', keys)
    .select('id', 'enterprise', database.raw('valid_from::text'), database.raw('valid_to::text'));
  for (const row of rows) {
    const members: Row[] = await database('team_members')
      .where({ team: String(row.id) })
      .select('id', 'inspector');
    const enterprise = keyOf(change.enterprise);
    if (enterprise !== null && enterprise !== row.enterprise) await checkMembersMove(String(row.id), enterprise, caller);
    await checkTeam(String(row.id), { ...row, ...change }, nestedRows(members, change.members), caller);
  }
}

async function checkTeam(id: string | null, team: Row, members: readonly Row[], caller: Caller): Promise<void> {
  const enterprise = keyOf(team.enterprise);
  // Two who save at the same instant come one after the other: the second sees what the first has written.
  if (enterprise) await caller.database.raw('SELECT FROM enterprises WHERE id = zhudian_uuid(?) FOR UPDATE', [enterprise]);
  const others = enterprise ? await otherTeams(enterprise, id, caller) : [];
  const people = await withDuty(
    members.map((member) => keyOf(member.inspector) ?? ''),
    caller,
  );
  const draft = { enterprise, valid_from: team.valid_from, valid_to: team.valid_to, members: people };
  throwFaults('teams', validateTeam(draft, others, await today(caller.database)));
}

async function otherTeams(enterprise: string, except: string | null, { database }: Caller): Promise<TeamPeriod[]> {
  return await database('teams as t')
    .leftJoin('team_members as m', 'm.team', 't.id')
    .leftJoin('inspectors as i', 'i.id', 'm.inspector')
    .whereRaw('t.enterprise = zhudian_uuid(?)', [enterprise])
    .modify((query) => void (except && query.whereNot('t.id', except)))
    .groupBy('t.id')
    .orderBy('t.valid_from')
    .select<TeamPeriod[]>(
      database.raw('t.valid_from::text'),
      database.raw('t.valid_to::text'),
      database.raw(`coalesce(string_agg(i.name, '、'), '') AS people`),
    );
}

async function withDuty(inspectors: readonly string[], { database }: Caller): Promise<TeamMember[]> {
  const rows: { id: string; status: string }[] = await database('inspectors')
    .whereRaw('id = ANY (zhudian_uuids(?))', [inspectors])
    .select('id', 'status');
  const duty = new Map(rows.map(({ id, status }) => [id, status === 'active']));
  const people = new Map((await knownPeople(inspectors, database)).map((person) => [person.id, person]));
  return inspectors.map((inspector) => ({ inspector, active: duty.get(inspector) ?? false, person: people.get(inspector) }));
}
