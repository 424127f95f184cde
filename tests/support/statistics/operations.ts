import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Random } from '../../../scripts/provision/demo/Random.ts';

/** What the operations pick from; ids are added as rows are made. */
export interface World {
  readonly counties: string[];
  readonly enterprises: string[];
  readonly inspectors: string[];
  readonly visits: string[];
  readonly hazards: string[];
}
export type Operation = (client: pg.Client, random: Random, world: World) => Promise<void>;

const run = async (client: pg.Client, sql: string, values: unknown[]): Promise<void> => {
  await client.query(sql, values);
};
/** Mostly of the last months, some of long ago, a few of before the statistics. */
const day = (random: Random): string => {
  if (random.chance(0.03)) return '2023-07-15';
  const month = random.chance(0.7) ? random.whole(24, 34) : random.whole(0, 34);
  return new Date(Date.UTC(2024, month, random.whole(1, 24))).toISOString().slice(0, 10);
};
const amount = (random: Random): string => `${random.whole(0, 30)}.${String(random.whole(0, 9999)).padStart(4, '0')}`;
const FIGURES =
  'responsibility_lists_checked, rules_improved, morning_meetings_urged, warning_educations_urged, drills_urged, hazardous_work_supervised, reward_amount_wan';
const figures = (random: Random): unknown[] => [...Array.from({ length: 6 }, () => random.whole(0, 40)), amount(random)];

const person = async (client: pg.Client, random: Random, { inspectors }: World, visit: string): Promise<void> =>
  run(client, 'INSERT INTO visit_inspectors (id, visit, inspector) VALUES ($1, $2, $3)', [randomUUID(), visit, random.pick(inspectors)]);

const newVisit: Operation = async (client, random, world) => {
  const id = randomUUID();
  const status = random.chance(0.7) ? 'submitted' : 'draft';
  await run(client, `INSERT INTO visits (id, enterprise, visited_on, status, ${FIGURES}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [
    id,
    random.pick(world.enterprises),
    day(random),
    status,
    ...figures(random),
  ]);
  for (let i = random.whole(2, 4); i > 0; i -= 1) await person(client, random, world, id);
  world.visits.push(id);
};
const status =
  (to: string, reason: string | null = null): Operation =>
  async (client, random, { visits }) =>
    run(client, 'UPDATE visits SET status = $2, return_reason = coalesce($3, return_reason) WHERE id = $1', [random.pick(visits), to, reason]);
const correct: Operation = async (client, random, { visits }) =>
  run(client, `UPDATE visits SET (${FIGURES}) = ROW($2, $3, $4, $5, $6, $7, $8), correction_reason = '核对台账后更正' WHERE id = $1`, [
    random.pick(visits),
    ...figures(random),
  ]);
const moveVisit: Operation = async (client, random, { visits, enterprises }) =>
  run(client, `UPDATE visits SET visited_on = $2, enterprise = coalesce($3, enterprise), correction_reason = '日期登记有误' WHERE id = $1`, [
    random.pick(visits),
    day(random),
    random.chance(0.3) ? random.pick(enterprises) : null,
  ]);
const deleteVisit: Operation = async (client, random, { visits }) => run(client, 'DELETE FROM visits WHERE id = $1', [random.pick(visits)]);
const changePeople: Operation = async (client, random, world) => {
  const visit = random.pick(world.visits);
  await run(client, `UPDATE visits SET remarks = 'x' || random(), correction_reason = '到场人员有误' WHERE id = $1`, [visit]);
  await run(client, 'DELETE FROM visit_inspectors WHERE id = (SELECT id FROM visit_inspectors WHERE visit = $1 LIMIT 1)', [visit]);
  await person(client, random, world, visit);
  await run(client, `UPDATE visit_inspectors SET level = $2 WHERE id = (SELECT id FROM visit_inspectors WHERE visit = $1 LIMIT 1)`, [
    visit,
    random.pick(['city', 'county']),
  ]);
};
const newHazard: Operation = async (client, random, { hazards, visits, enterprises }) => {
  const id = randomUUID();
  const found = day(random);
  const rectified = random.chance(0.4);
  await run(
    client,
    `INSERT INTO hazards (id, visit, enterprise, severity, status, title, description, found_on, deadline, measures, responsible_person, funds, plan, rectified_on, rectification)
     SELECT $1, v.id, coalesce(v.enterprise, $3), $4, $5, '可燃气体报警器', '罐区东侧两台可燃气体报警器校验标签已过期', coalesce(v.visited_on, $6), '2027-01-01', '停用并更换', '设备科长', '自筹', '撤离', greatest(v.visited_on, $7), '已更换并校验'
     FROM (SELECT 1) one LEFT JOIN visits v ON v.id = $2`,
    [
      id,
      random.chance(0.7) ? random.pick(visits) : null,
      random.pick(enterprises),
      random.chance(0.3) ? 'major' : 'general',
      rectified ? 'rectified' : random.pick(['open', 'rectifying', 'verified']),
      found,
      random.chance(0.6) ? found : '2026-11-20',
    ],
  );
  hazards.push(id);
};
/** Five elements and a reason go along, so that the step itself decides. */
const hazard =
  (change: string, ...more: ((random: Random) => unknown)[]): Operation =>
  async (client, random, { hazards }) =>
    run(
      client,
      `UPDATE hazards SET ${change}, correction_reason = '复核后更正', measures = '停用', responsible_person = '科长', funds = '自筹', plan = '撤离', deadline = '2027-01-01' WHERE id = $1`,
      [random.pick(hazards), ...more.map((value) => value(random))],
    );
const deleteHazard: Operation = async (client, random, { hazards }) => run(client, 'DELETE FROM hazards WHERE id = $1', [random.pick(hazards)]);
const voidHazard: Operation = async (client, random, { hazards }) =>
  run(client, `UPDATE hazards SET status = 'void', void_reason = '重复登记' WHERE id = $1`, [random.pick(hazards)]);
const voidVisit: Operation = async (client, random, { visits }) =>
  run(client, `UPDATE visits SET status = 'void', void_reason = '重复登记' WHERE id = $1`, [random.pick(visits)]);
const county =
  (change: string): Operation =>
  async (client, random, { counties }) =>
    run(client, `UPDATE counties SET ${change} WHERE id = $1`, [random.pick(counties)]);
const moveEnterprise: Operation = async (client, random, { enterprises, counties }) =>
  run(client, 'UPDATE enterprises SET county = $2 WHERE id = $1', [random.pick(enterprises), random.pick(counties)]);
const promote: Operation = async (client, random, { inspectors }) =>
  run(client, `UPDATE inspectors SET level = CASE level WHEN 'city' THEN 'county' ELSE 'city' END WHERE id = $1 AND county IS NOT NULL`, [
    random.pick(inspectors),
  ]);
const balance: Operation = async (client, random, { counties }) =>
  run(
    client,
    `INSERT INTO opening_balances (id, county, as_of, city_person_visits, reward_amount_wan, hazards_found, hazards_rectified, major_hazards_found, major_hazards_rectified)
     VALUES ($1, $2, $3, $4, $5, 29, 4, 9, 1)
     ON CONFLICT (county) DO UPDATE SET city_person_visits = excluded.city_person_visits, reward_amount_wan = excluded.reward_amount_wan`,
    [randomUUID(), random.pick(counties), random.pick(['2023-08-31', '2023-10-15', '2025-02-28']), random.whole(1, 99), amount(random)],
  );

const moveBalance: Operation = async (client, random, { counties }) =>
  run(client, 'UPDATE opening_balances SET as_of = $2 WHERE county = $1', [random.pick(counties), day(random)]);

const often = (times: number, operation: Operation): Operation[] => Array.from({ length: times }, () => operation);

/** Everything that may happen to what annex 4 counts, the frequent more often. */
export const OPERATIONS: readonly Operation[] = [
  ...often(8, newVisit),
  ...often(4, status('submitted')),
  ...often(4, status('returned', '清单没有填写完整，请补充')),
  ...often(2, status('locked')),
  ...often(4, correct),
  ...often(4, moveVisit),
  ...often(2, deleteVisit),
  ...often(4, changePeople),
  ...often(8, newHazard),
  ...often(2, hazard(`severity = 'major'`)),
  ...often(2, hazard(`severity = 'general'`)),
  ...often(4, hazard(`status = 'rectified', rectified_on = greatest(found_on, $2::date), rectification = '已更换并校验'`, day)),
  ...often(2, hazard(`status = 'verified'`)),
  ...often(2, hazard(`status = 'rectifying'`)),
  ...often(2, hazard('found_on = least($2::date, rectified_on)', day)),
  ...often(1, hazard('visit = NULL')),
  ...often(2, deleteHazard),
  ...often(3, voidHazard),
  ...often(2, voidVisit),
  county(`name = '改名' || md5(random()::text)`),
  county(`status = CASE status WHEN 'active' THEN 'inactive' ELSE 'active' END`),
  ...often(2, moveEnterprise),
  promote,
  ...often(2, balance),
  ...often(2, moveBalance),
];
