import type { Figure } from '@zhudian/core/reports/figures.ts';
import type { FigureHistory } from '@zhudian/core/suspicions/outliers.ts';
import type { Knex } from 'knex';

/** What grows with the work of a month; what was rectified by now follows the clock instead. */
const LOOKED_AT = [
  'city_person_visits', 'county_person_visits', 'city_enterprise_visits', 'county_enterprise_visits', 'responsibility_lists_checked', 'rules_improved',
  'morning_meetings_urged', 'warning_educations_urged', 'drills_urged', 'reward_amount_wan', 'hazardous_work_supervised', 'hazards_found', 'major_hazards_found',
] as const satisfies readonly Figure[]; // prettier-ignore
const BACK = 13;

type Row = { readonly county: string; readonly period: string; readonly unfinished: boolean } & Readonly<Record<(typeof LOOKED_AT)[number], string>>;

/** Each figure of each county, month by month for a year, up to this month and up to the one before: both are looked at. */
export async function readHistories(database: Knex): Promise<FigureHistory[]> {
  const { rows } = await database.raw<{ rows: Row[] }>(
    `WITH months AS (SELECT m::date AS month FROM generate_series(date_trunc('month', zhudian_today()) - make_interval(months => :back::int), date_trunc('month', zhudian_today()), interval '1 month') m),
     began AS (SELECT county, min(month) AS first FROM (SELECT county, month FROM statistics_visits_now UNION ALL SELECT county, month FROM statistics_hazards_now) a GROUP BY county)
     SELECT c.id AS county, to_char(m.month, 'YYYY-MM') AS period, m.month = date_trunc('month', zhudian_today())::date AS unfinished,
       ${LOOKED_AT.map((figure) => `coalesce(s.${figure}, 0)::text AS ${figure}`).join(', ')}
     FROM counties c JOIN began b ON b.county = c.id JOIN months m ON m.month >= b.first AND m.month >= zhudian_statistics_since(),
       LATERAL (SELECT * FROM zhudian_statistics(to_char(m.month, 'YYYY-MM'), ARRAY[c.id]) z WHERE z.county = c.id AND z.span = 'month') s
     WHERE c.status = 'active' ORDER BY c.id, m.month`,
    { back: BACK },
  );
  return [...Map.groupBy(rows, ({ county }) => county).values()].flatMap((months) =>
    LOOKED_AT.flatMap((figure) => {
      const history = (some: readonly Row[]): FigureHistory => ({
        county: some[0]?.county ?? '',
        figure,
        months: some.map((row) => ({ period: row.period, value: Number(row[figure]) })),
        unfinished: some[some.length - 1]?.unfinished ?? false,
      });
      return months.length > 1 ? [history(months), history(months.slice(0, -1))] : [];
    }),
  );
}
