import type { Knex } from 'knex';
import type { EnterpriseScope } from '../../access/scopeOf.ts';
import { visitHandedInSql } from '../../sql/visitHandedInSql.ts';

/** What was done and found in one month: of visits that are handed in, as the statistics table counts. */
export interface TrendRow {
  readonly period: string;
  readonly visits: number;
  readonly found: number;
  /** Of those found in the month, the ones rectified by now. */
  readonly rectified: number;
  readonly major: number;
}

/** The months up to and with this one, oldest first, a month without anything included. */
export async function readTrend(database: Knex, months: number, { counties, login }: EnterpriseScope): Promise<TrendRow[]> {
  const { rows } = await database.raw<{ rows: TrendRow[] }>(
    `SELECT to_char(m.first, 'YYYY-MM') AS period, v.visits, h.found, h.rectified, h.major
     FROM generate_series(date_trunc('month', zhudian_today()) - make_interval(months => :before::int), date_trunc('month', zhudian_today()), interval '1 month') AS m(first),
       LATERAL (SELECT count(*)::int AS visits FROM visits v WHERE v.visited_on >= m.first::date AND v.visited_on < (m.first + interval '1 month')::date
         AND ${visitHandedInSql('v')} AND (:counties::uuid[] IS NULL OR v.county = ANY(:counties::uuid[])) AND (:login::text IS NULL OR v.visible_to LIKE '%' || :login || '%')) v,
       LATERAL (SELECT count(*)::int AS found, count(*) FILTER (WHERE h.status IN ('rectified', 'verified'))::int AS rectified, count(*) FILTER (WHERE h.severity = 'major')::int AS major
         FROM hazards h LEFT JOIN enterprises e ON e.id = h.enterprise LEFT JOIN visits w ON w.id = h.visit
           LEFT JOIN opening_balances o ON o.county = h.county AND o.as_of >= h.found_on
         WHERE o.id IS NULL AND h.status <> 'void' AND (h.visit IS NULL OR ${visitHandedInSql('w')}) AND h.found_on >= m.first::date AND h.found_on < (m.first + interval '1 month')::date
         AND (:counties::uuid[] IS NULL OR h.county = ANY(:counties::uuid[])) AND (:login::text IS NULL OR e.visible_to LIKE '%' || :login || '%')) h
     ORDER BY m.first`,
    { before: months - 1, counties, login },
  );
  return rows;
}
