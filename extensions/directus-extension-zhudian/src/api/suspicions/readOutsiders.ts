import type { SignedOutside } from '@zhudian/core/suspicions/outsiders.ts';
import type { Knex } from 'knex';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** Visits handed in since a day that people outside their team have signed. One without a team has nobody outside. */
export async function readOutsiders(database: Knex, since: string): Promise<SignedOutside[]> {
  const { rows } = await database.raw<{ rows: SignedOutside[] }>(
    `SELECT v.id AS visit, v.county, v.inspectors_reason AS reason, json_agg(i.name ORDER BY i.name) AS names
     FROM visits v JOIN visit_inspectors p ON p.visit = v.id JOIN inspectors i ON i.id = p.inspector
     WHERE ${visitHandedInSql('v')} AND v.visited_on >= :since AND v.team IS NOT NULL
       AND NOT EXISTS (SELECT FROM team_members m WHERE m.team = v.team AND m.inspector = p.inspector)
     GROUP BY v.id`,
    { since },
  );
  return rows;
}
