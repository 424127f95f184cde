import type { Matter } from '@zhudian/core/reminders/Matter.ts';
import type { Knex } from 'knex';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';
import { evaluationStandsSql } from '../sql/evaluationStandsSql.ts';

// A month or quarter that ended before a county or enterprise was here is nobody's omission.
const MATTERS = `
WITH d AS (
  SELECT :day::date AS today, coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai') AS timezone, zhudian_statistics_since() AS since),
months AS (
  SELECT m::date AS first, (m + interval '1 month - 1 day')::date AS last, to_char(m, 'YYYY-MM') AS period, n,
    zhudian_here_by((m + interval '1 month - 1 day')::date) AS here_by
  FROM d, generate_series(-1, 1) n, LATERAL (SELECT date_trunc('month', d.today) + n * interval '1 month' AS m) s
  WHERE date_trunc('month', d.today) + n * interval '1 month' >= date_trunc('month', d.since)),
quarters AS (
  SELECT (q + interval '3 months - 1 day')::date AS last, to_char(q, 'YYYY-"Q"Q') AS quarter,
    zhudian_here_by((q + interval '3 months - 1 day')::date) AS here_by
  FROM d, generate_series(-1, 0) n, LATERAL (SELECT date_trunc('quarter', d.today) + n * interval '3 months' AS q) s
  WHERE date_trunc('quarter', d.today) + n * interval '3 months' >= date_trunc('quarter', d.since)),
offices AS (SELECT * FROM counties WHERE status = 'active'),
matters AS (
  SELECT 'visit_missing' AS kind, e.id AS subject, m.period, m.last AS anchor, c.id AS county, e.id AS enterprise, NULL AS title, NULL AS note,
    '/admin/content/enterprises/' || e.id AS path
  FROM months m, offices c JOIN enterprises e ON e.county = c.id AND e.status = 'active'
  WHERE m.n <= 0 AND coalesce(e.date_created < m.here_by, true) AND NOT EXISTS (
    SELECT FROM visits v WHERE v.enterprise = e.id AND ${visitHandedInSql('v')} AND v.visited_on BETWEEN m.first AND m.last)
  UNION ALL
  SELECT 'rectification', h.id, h.deadline::text, h.deadline, c.id, h.enterprise, h.title, h.severity, '/admin/content/hazards/' || h.id
  FROM hazards h JOIN offices c ON c.id = h.county WHERE h.status IN ('open', 'rectifying') AND h.deadline IS NOT NULL
  UNION ALL
  -- Without a day nobody would ever hear of it again.
  SELECT 'deadline_missing', h.id, h.found_on::text, h.found_on, c.id, h.enterprise, h.title, h.severity, '/admin/content/hazards/' || h.id
  FROM hazards h JOIN offices c ON c.id = h.county WHERE h.status IN ('open', 'rectifying') AND h.deadline IS NULL
  UNION ALL
  -- A plain question mark would be a binding to knex, inside a text as well.
  SELECT 'report', c.id, m.period, (zhudian_report_due(m.period) AT TIME ZONE d.timezone)::date, c.id, NULL, NULL, r.status,
    '/admin/zhudian/month-end\\?period=' || m.period
  FROM d, months m CROSS JOIN offices c LEFT JOIN monthly_reports r ON r.county = c.id AND r.period = m.period
  WHERE (r.id IS NULL OR r.status IN ('draft', 'returned')) AND coalesce(c.date_created < m.here_by, true)
  UNION ALL
  SELECT 'evaluation', c.id, q.quarter, q.last, c.id, NULL, NULL, NULL, '/admin/content/evaluations'
  FROM quarters q CROSS JOIN offices c WHERE coalesce(c.date_created < q.here_by, true) AND NOT EXISTS (
    SELECT FROM evaluations x WHERE x.county = c.id AND x.quarter = q.quarter AND x.kind = 'quarterly' AND ${evaluationStandsSql('x')})
  UNION ALL
  SELECT 'inspection_reply', x.id, x.reply_due::text, x.reply_due, c.id, NULL, NULL, NULL, '/admin/content/evaluations/' || x.id
  FROM evaluations x JOIN offices c ON c.id = x.county WHERE x.kind = 'city_inspection' AND x.reply_due IS NOT NULL AND x.replied_on IS NULL AND ${evaluationStandsSql('x')}
  UNION ALL
  SELECT 'visit_returned', v.id, to_char(b.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), (b.at AT TIME ZONE d.timezone)::date, c.id, v.enterprise,
    v.visited_on::text, v.return_reason, '/admin/zhudian/visits/' || v.id
  FROM d, visits v JOIN offices c ON c.id = v.county
    CROSS JOIN LATERAL (SELECT max(x.at) AS at FROM visit_events x WHERE x.visit = v.id AND x."to" = 'returned') b
  WHERE v.status = 'returned' AND b.at IS NOT NULL
  UNION ALL
  SELECT 'contacts_missing', c.id, m.period, m.first - 1, c.id, NULL, NULL, NULL, '/admin/content/contacts'
  FROM months m, offices c WHERE m.n = 0 AND NOT EXISTS (SELECT FROM contacts p WHERE p.county = c.id AND p.status = 'active')
  UNION ALL
  -- Whose first visit here is of the first month that is counted has nothing to carry over.
  SELECT 'opening_balance_missing', c.id, m.period, m.first - 1, c.id, NULL, NULL, NULL, '/admin/content/opening_balances'
  FROM d, months m, offices c WHERE m.n = 0 AND m.first > d.since AND NOT EXISTS (SELECT FROM opening_balances o WHERE o.county = c.id)
    AND NOT EXISTS (SELECT FROM visits v WHERE v.county = c.id AND v.visited_on < (date_trunc('month', d.since) + interval '1 month')::date)
)
SELECT m.kind, m.subject, m.period, m.anchor::text, json_build_object('id', c.id, 'name', c.name) AS county,
  CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'name', e.name) END AS enterprise, m.title, m.note, m.path
FROM matters m JOIN counties c ON c.id = m.county LEFT JOIN enterprises e ON e.id = m.enterprise
-- Before the first enterprise is entered nobody works with it yet: an installation of this morning owes no report.
WHERE EXISTS (SELECT FROM enterprises)
ORDER BY c.sort, c.code, m.kind, m.anchor, e.name, m.subject`;

/** What is not done, as it stands now, of the months and quarters around a day (`YYYY-MM-DD`). */
export async function gatherMatters(day: string, database: Knex): Promise<Matter[]> {
  const { rows } = await database.raw<{ rows: Matter[] }>(MATTERS, { day });
  return rows;
}
