import type { Knex } from 'knex';
import { RISKS, type RosterLine } from './rosterWorkbook.ts';
import { teamInForceSql } from '../sql/teamInForceSql.ts';

/** The enterprises of some counties with the people of their team in force, in the order of annex 1. */
export async function rosterLines(database: Knex, counties: readonly string[] | null): Promise<RosterLine[]> {
  const peopleSql = (level: string, column: string): string =>
    `coalesce((SELECT string_agg(coalesce(i.${column}, ''), '、' ORDER BY m.is_lead DESC, i.name, i.id) FROM teams t JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
      WHERE t.enterprise = e.id AND i.level = '${level}' AND ${teamInForceSql('t', 'zhudian_today()')}), '')`;
  const rows: (RosterLine & { risk_level: string | null })[] = await database('enterprises as e')
    .join('counties as c', 'c.id', 'e.county')
    .where('e.status', 'active')
    .modify((query) => void (counties && query.whereIn('e.county', counties)))
    .orderBy(['c.sort', 'e.name', 'e.id'])
    .select(
      'c.name as county',
      ...['e.name', 'e.uscc', 'e.enterprise_type', 'e.risk_level', 'e.address', 'e.legal_representative', 'e.safety_manager', 'e.phone'],
      database.raw(
        `${peopleSql('city', 'name')} AS city, ${peopleSql('city', 'phone')} AS city_phone, ${peopleSql('county', 'name')} AS local, ${peopleSql('county', 'phone')} AS local_phone`,
      ),
    );
  return rows.map((row) => ({ ...row, risk_level: row.risk_level ? (RISKS[row.risk_level] ?? null) : null }));
}
