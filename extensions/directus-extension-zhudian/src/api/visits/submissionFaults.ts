import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { validateSubmission } from '@zhudian/core/visits/validateSubmission.ts';
import type { Knex } from 'knex';
import { actorOf } from '../access/actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf, nestedRows } from '../runtime/nestedRows.ts';
import { coveredFault } from '../statistics/coveredFault.ts';
import { elsewhereFault } from './elsewhereFault.ts';
import { unsignedNames } from './unsignedNames.ts';
import type { Payload } from '../runtime/Payload.ts';
import { teamInForceSql } from '../sql/teamInForceSql.ts';

/**
 * What keeps a visit from being handed in, with the people, items and hazards as they will stand.
 *
 * @param id the visit's key, null for a new one
 * @param visit the visit as it would stand
 * @param change what is sent for people, items and hazards
 */
export async function submissionFaults(id: string | null, visit: Payload, change: Payload, caller: Caller): Promise<FieldFault[]> {
  const { database } = caller;
  const current = async (table: string, ...columns: string[]): Promise<Payload[]> =>
    id
      ? await database(table)
          .where({ visit: id })
          .orderBy('id')
          .select('id', ...columns)
      : [];
  const people = nestedRows(await current('visit_inspectors', 'inspector', 'signature'), change.inspectors);
  const hazards = nestedRows(await hazardsOf(id, change.hazards, database), change.hazards);
  const items = nestedRows(await current('visit_items', 'sort', 'result'), change.items);
  const enterprise = keyOf(visit.enterprise);
  const inspectors = people.map((row) => keyOf(row.inspector)).filter((key) => key !== null);
  const team = enterprise && typeof visit.visited_on === 'string' ? await teamOn(enterprise, visit.visited_on, caller) : null;
  return [
    ...validateSubmission({
      inspectors,
      unsigned: await unsignedNames(people, database),
      team,
      inspectors_reason: visit.inspectors_reason,
      log: visit.log,
      items: items
        .map(({ sort, result }) => ({ sort: typeof sort === 'number' ? sort : null, result }))
        .sort((a, b) => (a.sort ?? 0) - (b.sort ?? 0)),
      hazards: hazards.map((row) => ({ severity: 'general', status: 'open', ...row })),
      byInspector: actorOf(caller) === 'inspector',
    }),
    ...(await elsewhereFault(inspectors, team, enterprise, database)),
    ...(await coveredFault(enterprise, 'visited_on', visit.visited_on, database)),
  ];
}

/** The hazards that are there: of the visit, and those that a form takes to it. */
async function hazardsOf(visit: string | null, change: unknown, database: Knex): Promise<Payload[]> {
  const named = nestedRows([], change)
    .map(({ id }) => keyOf(id))
    .filter((key) => key !== null);
  return await database('hazards')
    .whereRaw('visit = zhudian_uuid(?) OR id = ANY (zhudian_uuids(?))', [visit, named])
    .select('id', 'severity', 'status', 'title', 'measures', 'responsible_person', database.raw('deadline::text'));
}

/** The members of the team in force; null when the enterprise has none on that day. */
async function teamOn(enterprise: string, day: string, { database }: Caller): Promise<string[] | null> {
  const rows: { inspector: string | null }[] = await database('teams as t')
    .leftJoin('team_members as m', 'm.team', 't.id')
    .whereRaw(`t.enterprise = zhudian_uuid(?) AND ${teamInForceSql('t', 'zhudian_day(?)')}`, [enterprise, day, day])
    .select('m.inspector');
  return rows.length === 0 ? null : rows.map(({ inspector }) => inspector).filter((key) => key !== null);
}
