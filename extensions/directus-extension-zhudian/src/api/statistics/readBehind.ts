import type { Figure } from '@zhudian/core/reports/figures.ts';
import type { Knex } from 'knex';
import type { Span } from './readStatistics.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** What one number of annex 4 is made of. */
export interface Behind {
  readonly collection: 'visits' | 'hazards';
  /** What the opening balances add; `0` for a month alone. */
  readonly opening: string;
  /** How many visits or hazards there are, of which `rows` is one page. */
  readonly count: number;
  /** What they add up to; with the opening balance, the number of the table. */
  readonly sum: string;
  readonly rows: readonly {
    readonly id: string;
    readonly day: string;
    readonly county: string;
    readonly enterprise: string;
    /** A visit's people, or a hazard's title. */
    readonly what: string | null;
    readonly amount: string;
  }[];
}

const peopleSql = (level: string): string =>
  `(SELECT count(DISTINCT p.inspector) FROM visit_inspectors p WHERE p.visit = v.id AND p.level = '${level}')`;

/** What a visit adds to a column; a column of hazards is not here. */
const VISIT_AMOUNTS: Partial<Record<Figure, string>> = {
  city_person_visits: peopleSql('city'),
  county_person_visits: peopleSql('county'),
  city_enterprise_visits: `(${peopleSql('city')} > 0)::int`,
  county_enterprise_visits: `(${peopleSql('city')} = 0)::int`,
};
/**
 * Which hazards a column has; `:end` is the last day of the month. Those of days that the opening balance `o` covers are found in the balance,
 * and rectified here.
 */
const FOUND = 'o.id IS NULL';
const RECTIFIED = `h.status IN ('rectified', 'verified') AND h.rectified_on <= :end AND (o.id IS NULL OR (:span = 'cumulative' AND h.rectified_on > o.as_of))`;
const HAZARDS: Partial<Record<Figure, string>> = {
  hazards_found: FOUND,
  hazards_rectified: RECTIFIED,
  major_hazards_found: `h.severity = 'major' AND ${FOUND}`,
  major_hazards_rectified: `h.severity = 'major' AND ${RECTIFIED}`,
};

interface Asked {
  readonly period: string;
  readonly figure: Figure;
  readonly span: Span;
  readonly counties: readonly string[] | null;
  readonly page: number;
}

const PAGE = 50;

/** The visits or hazards behind a number of annex 4, newest first, fifty a page. */
export async function readBehind(database: Knex, { period, figure, span, counties, page }: Asked): Promise<Behind> {
  const hazards = HAZARDS[figure];
  const bounds = await database.raw<{ rows: [{ first: string; end: string; opening: string }] }>(
    `SELECT (CASE WHEN :span = 'month' THEN m.month ELSE zhudian_statistics_since() END)::text AS first, m.last::text AS end,
       CASE WHEN :span = 'month' THEN '0' ELSE (SELECT coalesce(trim_scale(sum(o.${figure}::numeric)), 0)::text FROM opening_balances o
         WHERE o.as_of BETWEEN zhudian_statistics_since() AND m.last AND (:counties::uuid[] IS NULL OR o.county = ANY(:counties::uuid[]))) END AS opening
     FROM (SELECT to_date(:period, 'YYYY-MM') AS month, (to_date(:period, 'YYYY-MM') + interval '1 month - 1 day')::date AS last) m`,
    { span, period, counties },
  );
  const { first, end, opening } = bounds.rows[0];
  const from = hazards
    ? `SELECT h.id, h.found_on AS day, h.county, h.enterprise, h.title AS what, 1::numeric AS amount FROM hazards h LEFT JOIN visits v ON v.id = h.visit
         LEFT JOIN opening_balances o ON o.county = h.county AND o.as_of >= h.found_on
       WHERE (h.visit IS NULL OR ${visitHandedInSql('v')}) AND h.status <> 'void' AND h.found_on BETWEEN :first AND :end AND ${hazards}`
    : `SELECT v.id, v.visited_on AS day, v.county, v.enterprise, (SELECT string_agg(DISTINCT i.name, '、') FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector WHERE p.visit = v.id) AS what,
         coalesce(${VISIT_AMOUNTS[figure] ?? `v.${figure}`}, 0)::numeric AS amount
       FROM visits v WHERE ${visitHandedInSql('v')} AND v.visited_on BETWEEN :first AND :end`;
  const scoped = `WITH b AS (SELECT * FROM (${from}) x WHERE amount <> 0 AND (:counties::uuid[] IS NULL OR county = ANY(:counties::uuid[])))`;
  const values = { first, end, span, counties, limit: PAGE, offset: (page - 1) * PAGE };
  const [sums, rows] = await Promise.all([
    database.raw<{ rows: [{ count: number; sum: string }] }>(
      `${scoped} SELECT count(*)::int, coalesce(trim_scale(sum(amount)), 0)::text AS sum FROM b`,
      values,
    ),
    database.raw<{ rows: Behind['rows'] }>(
      `${scoped} SELECT b.id, b.day::text, c.name AS county, e.name AS enterprise, b.what, trim_scale(b.amount)::text AS amount
       FROM b JOIN counties c ON c.id = b.county JOIN enterprises e ON e.id = b.enterprise ORDER BY b.day DESC, b.id LIMIT :limit OFFSET :offset`,
      values,
    ),
  ]);
  return { collection: hazards ? 'hazards' : 'visits', opening, ...sums.rows[0], rows: rows.rows };
}
