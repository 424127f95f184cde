import type pg from 'pg';
import type { Stack } from '../../../scripts/stack/Stack.ts';

export const VISITS = 1_000_000;
export const HAZARDS = 500_000;
const MONTHS = 40;

/** Forty months up to this one: each of 25,000 enterprises visited once a month by two people, a hazard at every second visit. */
export async function fillStatistics(stack: Stack, database: pg.Client, report: (line: string) => void): Promise<void> {
  // Past every trigger, those of the keys as well: they would take longer than the rows.
  const superuser = await stack.connect('postgres');
  await superuser.query('GRANT SET ON PARAMETER session_replication_role TO directus');
  await superuser.end();
  await database.query('SET session_replication_role = replica');
  // Asked once: as a function of every row it would take longer than the rows.
  const { rows: days } = await database.query<{ today: string }>('SELECT zhudian_today()::text AS today');
  const today = days[0]?.today;
  const restoreIndexes = await dropIndexes(database, ['visits', 'visit_inspectors', 'hazards']);
  const write = async (table: string, sql: string, values: unknown[] = []): Promise<void> => {
    const { rowCount } = await database.query(sql, values);
    report(`${String(rowCount)} ${table}`);
  };
  await write(
    'enterprises',
    `INSERT INTO enterprises (id, county, name, status, date_created)
       SELECT gen_random_uuid(), (SELECT array_agg(id ORDER BY code) FROM counties)[1 + n % (SELECT count(*) FROM counties)], '测算企业' || lpad(n::text, 6, '0'), 'active', now()
       FROM generate_series(1, $1::int) n`,
    [VISITS / MONTHS],
  );
  await write(
    'visits',
    `INSERT INTO visits (id, enterprise, county, visited_on, status, log, client_key, visible_to, date_created,
         responsibility_lists_checked, rules_improved, morning_meetings_urged, warning_educations_urged, drills_urged, hazardous_work_supervised, reward_amount_wan)
       SELECT gen_random_uuid(), e.id, e.county, least($2::date, (date_trunc('month', $2::date) - make_interval(months => m))::date + abs(hashtext(e.name || m)) % 27),
         CASE WHEN abs(hashtext(e.name || m)) % 200 = 0 THEN 'returned' ELSE 'submitted' END, '查阅台账，现场核查罐区、装置区和库房', gen_random_uuid(), '', now(),
         h % 30, h % 4, h % 3, h % 2, h % 2, h % 5, (h % 1000)::numeric / 10000
       FROM enterprises e CROSS JOIN generate_series(0, $1::int - 1) m CROSS JOIN LATERAL (SELECT abs(hashtext(m || e.name)) AS h) x
       WHERE e.name LIKE '测算企业%'`,
    [MONTHS, today],
  );
  // A county inspector and, at two of three visits, one of the city.
  await write(
    'people of visits',
    `INSERT INTO visit_inspectors (id, visit, inspector, level, date_created)
       SELECT gen_random_uuid(), v.id, i.id, i.level, now() FROM visits v CROSS JOIN (VALUES (0), (1)) AS place(n)
       JOIN LATERAL (SELECT CASE WHEN place.n = 0 AND abs(hashtext(v.client_key)) % 3 > 0 THEN 'city' ELSE 'county' END AS level) l ON true
       JOIN (SELECT id, level, row_number() OVER (PARTITION BY level ORDER BY id) AS k FROM inspectors) i ON i.level = l.level AND i.k = 1 + place.n
       WHERE v.log = '查阅台账，现场核查罐区、装置区和库房' AND v.visible_to = ''`,
  );
  await write(
    'hazards',
    `INSERT INTO hazards (id, visit, enterprise, county, severity, status, title, description, found_on, deadline, measures, responsible_person, funds, plan, rectified_on, rectification, date_created)
       SELECT gen_random_uuid(), v.id, v.enterprise, v.county, CASE WHEN h % 50 = 0 THEN 'major' ELSE 'general' END, CASE WHEN done <= $2::date THEN 'verified' ELSE 'rectifying' END,
         '可燃气体报警器未校验', '罐区东侧两台可燃气体报警器校验标签已过期四个月', v.visited_on, v.visited_on + 30, '停用并更换', '设备科长', '自筹', '撤离并监测',
         CASE WHEN done <= $2::date THEN done END, '已更换并校验', now()
       FROM visits v CROSS JOIN LATERAL (SELECT abs(hashtext(v.id::text)) AS h) x CROSS JOIN LATERAL (SELECT v.visited_on + h % 90 AS done) y
       WHERE v.visible_to = '' AND v.log = '查阅台账，现场核查罐区、装置区和库房' ORDER BY h LIMIT $1::int`,
    [HAZARDS, today],
  );
  report('indexes');
  await restoreIndexes();
  await database.query('RESET session_replication_role');
}

/** Takes away the indexes of tables but those of their keys, and gives what makes them again: made at once they take less time than row by row. */
async function dropIndexes(database: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await database.query<{ name: string; sql: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = ANY($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await database.query(`DROP INDEX ${name}`);
  return async () => {
    for (const { sql } of rows) await database.query(sql);
  };
}
