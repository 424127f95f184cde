import type { KnownRoster } from '@zhudian/core/roster/planRoster.ts';
import type { Knex } from 'knex';
import { teamInForceSql } from '../sql/teamInForceSql.ts';

/** What the system knows of the counties a roster may be for; of all when none is named. */
export async function knownRoster(database: Knex, counties: readonly string[] | null): Promise<KnownRoster> {
  const own = counties ?? (await database('counties').pluck('id'));
  const [all, enterprises, inspectors, teams] = await Promise.all([
    database('counties').select('id', 'code', 'name'),
    // A code is known wherever it is registered: the same enterprise is not registered twice.
    database('enterprises').select<KnownRoster['enterprises']>(
      ...['id', 'county', 'name', 'uscc', 'enterprise_type', 'risk_level', 'address', 'legal_representative', 'safety_manager', 'phone', 'status'],
    ),
    database('inspectors')
      .where((scope) => void scope.where('level', 'city').orWhereIn('county', own))
      .select<KnownRoster['inspectors']>(
        'id',
        'county',
        'name',
        'level',
        'phone',
        'organisation',
        'position',
        database.raw(`status = 'active' AS active`),
      ),
    database('teams as t')
      .join('enterprises as e', 'e.id', 't.enterprise')
      .leftJoin('team_members as m', 'm.team', 't.id')
      .whereIn('e.county', own)
      .whereRaw(teamInForceSql('t', 'zhudian_today()'))
      .groupBy('t.id')
      .select<KnownRoster['teams']>(
        't.id',
        't.enterprise',
        database.raw('t.valid_from::text'),
        database.raw(`coalesce(array_agg(m.inspector) FILTER (WHERE m.inspector IS NOT NULL), '{}') AS members`),
      ),
  ]);
  return { counties: all, enterprises, inspectors, teams };
}
