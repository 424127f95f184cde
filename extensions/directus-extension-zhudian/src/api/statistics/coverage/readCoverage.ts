import type { Knex } from 'knex';
import type { EnterpriseScope } from '../../access/scopeOf.ts';
import { visitHandedInSql } from '../../sql/visitHandedInSql.ts';

/** One county's coverage of a month. */
export interface CoverageRow {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  /** Enterprises in service; of a month that is over, those that were here then. */
  readonly enterprises: number;
  readonly visited: number;
  /** Those without a visit, with the members of their team in force. */
  readonly not_yet: readonly { readonly id: string; readonly name: string; readonly team: readonly string[] }[];
}

interface EnterpriseRow {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly code: string;
  readonly county_name: string;
  readonly visited: boolean;
  readonly team: readonly string[];
}

/**
 * Which enterprises in service had a visit in a month, by county: every enterprise at least once (notice, section one). A visit counts
 * once it is handed in, in the month of its date. In a month that is over, an enterprise that came later is nobody's omission, one that left
 * service later was still to be visited, and one that was visited was in service, whatever became of it.
 *
 * @param period `YYYY-MM`
 */
export async function readCoverage(database: Knex, period: string, { counties, login }: EnterpriseScope): Promise<CoverageRow[]> {
  const { rows } = await database.raw<{ rows: EnterpriseRow[] }>(
    `SELECT e.id, e.name, c.id AS county, c.code, c.name AS county_name,
       s.visited,
       coalesce((SELECT array_agg(i.name ORDER BY m.is_lead DESC, i.name) FROM team_members m JOIN inspectors i ON i.id = m.inspector
         WHERE m.team = zhudian_team_on(e.id, zhudian_today())), '{}') AS team
     FROM (SELECT :first::date AS first, (:first::date + interval '1 month - 1 day')::date AS last) b
       CROSS JOIN enterprises e JOIN counties c ON c.id = e.county,
       LATERAL (SELECT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND ${visitHandedInSql('v')}
         AND v.visited_on BETWEEN b.first AND b.last) AS visited) s
     WHERE CASE WHEN zhudian_in_service(e, b.last) AND coalesce(e.date_created < (SELECT zhudian_here_by((:first::date + interval '1 month - 1 day')::date)), true) THEN true
         ELSE s.visited AND b.last < (SELECT zhudian_today()) END
       AND (:counties::uuid[] IS NULL OR e.county = ANY(:counties::uuid[])) AND (:login::text IS NULL OR e.visible_to LIKE '%' || :login || '%')
     ORDER BY c.sort, c.code, e.name`,
    { first: `${period}-01`, counties, login },
  );
  const byCounty = Map.groupBy(rows, ({ county }) => county);
  return [...byCounty.values()].map((enterprises) => {
    const [one] = enterprises as [EnterpriseRow];
    return {
      county: { id: one.county, code: one.code, name: one.county_name },
      enterprises: enterprises.length,
      visited: enterprises.filter(({ visited }) => visited).length,
      not_yet: enterprises.filter(({ visited }) => !visited).map(({ id, name, team }) => ({ id, name, team })),
    };
  });
}
