import type pg from 'pg';

const SUMS = [
  'responsibility_lists_checked',
  'rules_improved',
  'morning_meetings_urged',
  'warning_educations_urged',
  'drills_urged',
  'reward_amount_wan',
  'hazardous_work_supervised',
] as const;

/**
 * Annex 4 of a county from one month to another, counted from the rows themselves, a column at a time, in plain words of SQL that share nothing with the rollup;
 * exact decimals. The opening balance is added where the months begin with those of the statistics.
 *
 * @param first `YYYY-MM`
 * @param last `YYYY-MM`
 */
export async function plainRecount(database: Pick<pg.Client, 'query'>, county: string, first: string, last: string): Promise<Record<string, string>> {
  const within = (day: string): string => `to_char(${day}, 'YYYY-MM') >= $2 AND to_char(${day}, 'YYYY-MM') <= $3`;
  const visits = `visits v WHERE v.county = $1 AND v.status IN ('submitted', 'locked') AND ${within('v.visited_on')}`;
  const hazards = `hazards h LEFT JOIN visits v ON v.id = h.visit WHERE h.county = $1 AND (h.visit IS NULL OR v.status IN ('submitted', 'locked')) AND ${within('h.found_on')}`;
  const covered = 'EXISTS (SELECT FROM opening_balances o WHERE o.county = h.county AND o.as_of >= h.found_on)';
  const since = `EXISTS (SELECT FROM opening_balances o WHERE o.county = h.county AND o.as_of < h.rectified_on) AND $2 = '2023-08'`;
  const people = (level: string): string =>
    `SELECT count(*) FROM (SELECT DISTINCT p.visit, p.inspector FROM visit_inspectors p JOIN ${visits.replace('visits v WHERE', `visits v ON v.id = p.visit WHERE p.level = '${level}' AND`)}) x`;
  const city = `EXISTS (SELECT FROM visit_inspectors p WHERE p.visit = v.id AND p.level = 'city')`;
  const found = `${hazards} AND NOT ${covered}`;
  const rectified = `(NOT ${covered} OR ${since}) AND h.status IN ('rectified', 'verified') AND to_char(h.rectified_on, 'YYYY-MM') <= $3`;
  const columns: Readonly<Record<string, string>> = {
    city_person_visits: people('city'),
    county_person_visits: people('county'),
    city_enterprise_visits: `SELECT count(*) FROM ${visits} AND ${city}`,
    county_enterprise_visits: `SELECT count(*) FROM ${visits} AND NOT ${city}`,
    ...Object.fromEntries(SUMS.map((key) => [key, `SELECT coalesce(sum(v.${key}), 0) FROM ${visits}`])),
    hazards_found: `SELECT count(*) FROM ${found}`,
    hazards_rectified: `SELECT count(*) FROM ${hazards} AND ${rectified}`,
    major_hazards_found: `SELECT count(*) FROM ${found} AND h.severity = 'major'`,
    major_hazards_rectified: `SELECT count(*) FROM ${hazards} AND h.severity = 'major' AND ${rectified}`,
  };
  const opening = (key: string): string =>
    `coalesce((SELECT sum(o.${key}) FROM opening_balances o WHERE o.county = $1 AND $2 = '2023-08' AND o.as_of >= '2023-08-01' AND to_char(o.as_of, 'YYYY-MM') <= $3), 0)`;
  // No more are rectified than were found.
  const atMost = (key: string, sum: string): string => {
    const found = key.replace('rectified', 'found');
    return found === key ? sum : `least(${sum}, (${columns[found]})::numeric + ${opening(found)})`;
  };
  const { rows } = await database.query<Record<string, string>>(
    `SELECT ${Object.entries(columns)
      .map(([key, sql]) => `trim_scale(${atMost(key, `(${sql})::numeric + ${opening(key)}`)})::text AS ${key}`)
      .join(', ')}`,
    [county, first, last],
  );
  return rows[0] ?? {};
}
