import type { Knex } from 'knex';
import type { EnterpriseScope } from '../../access/scopeOf.ts';
import { readCoverage } from './readCoverage.ts';

/** How one county stands. */
export interface OverviewRow {
  readonly county: { readonly id: string; readonly code: string; readonly name: string };
  readonly enterprises: number;
  readonly visited: number;
  /** Hazards found in the month, as column 12 of the statistics table counts them; those waiting for rectification, late, and for somebody to verify, whenever found. */
  readonly found: number;
  readonly unfinished: number;
  readonly overdue: number;
  readonly to_verify: number;
  readonly major_open: number;
  readonly visits_returned: number;
  readonly contacts: number;
  /** Enterprises in service without a team in force, and teams in force with fewer than two active members. */
  readonly without_team: number;
  readonly teams_short: number;
  /** The state of the month's report; null when there is none. */
  readonly report: string | null;
}

type Figures = Omit<OverviewRow, 'county' | 'enterprises' | 'visited'> & { readonly id: string; readonly code: string; readonly name: string };

/** How the counties stand in a month, for the first page of an office. */
export async function readOverview(database: Knex, period: string, scope: EnterpriseScope): Promise<OverviewRow[]> {
  const coverage = new Map((await readCoverage(database, period, scope)).map((row) => [row.county.id, row]));
  const { rows } = await database.raw<{ rows: Figures[] }>(
    `SELECT c.id, c.code, c.name,
       coalesce(f.found, 0) AS found,
       u.unfinished, u.overdue, u.to_verify, u.major_open,
       (SELECT count(*)::int FROM visits v WHERE v.county = c.id AND v.status = 'returned') AS visits_returned,
       (SELECT count(*)::int FROM contacts k WHERE k.county = c.id AND k.status = 'active') AS contacts,
       t.without_team, t.teams_short,
       (SELECT r.status FROM monthly_reports r WHERE r.county = c.id AND r.period = :period) AS report
     FROM counties c LEFT JOIN (SELECT county, sum(hazards)::int AS found FROM statistics_hazards_now WHERE month = :first::date GROUP BY county) f ON f.county = c.id,
       LATERAL (SELECT count(*) FILTER (WHERE status IN ('open', 'rectifying'))::int AS unfinished,
           count(*) FILTER (WHERE status IN ('open', 'rectifying') AND deadline < zhudian_today())::int AS overdue,
           count(*) FILTER (WHERE status = 'rectified')::int AS to_verify,
           count(*) FILTER (WHERE severity = 'major' AND status IN ('open', 'rectifying'))::int AS major_open
         FROM hazards h WHERE h.county = c.id AND h.status <> 'verified') u,
       LATERAL (SELECT count(*) FILTER (WHERE team IS NULL)::int AS without_team, count(*) FILTER (WHERE team IS NOT NULL AND active < 2)::int AS teams_short
         FROM (SELECT zhudian_team_on(e.id, zhudian_today()) AS team,
             (SELECT count(*) FROM team_members m JOIN inspectors i ON i.id = m.inspector WHERE m.team = zhudian_team_on(e.id, zhudian_today()) AND i.status = 'active') AS active
           FROM enterprises e WHERE e.county = c.id AND e.status = 'active') teams) t
     WHERE c.status = 'active' AND (:counties::uuid[] IS NULL OR c.id = ANY(:counties::uuid[]))
     ORDER BY c.sort, c.code`,
    { first: `${period}-01`, period, counties: scope.counties },
  );
  return rows.map(({ id, code, name, ...figures }) => ({
    county: { id, code, name },
    enterprises: coverage.get(id)?.enterprises ?? 0,
    visited: coverage.get(id)?.visited ?? 0,
    ...figures,
  }));
}
