import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

type Row = Record<string, unknown>;
const RENCHENG = countyId('370811');
const PLAN = { measures: '送检并更换到期的报警器', responsible_person: '设备科长', deadline: '2026-12-31' };

beforeAll(async () => {
  as = await logins(test);
  await test.database.query(`UPDATE counties SET date_created = '2023-09-05T00:00:00Z'`);
}, 600_000);
afterEach(async () => {
  await setClock(test, null);
});

async function one<T extends object = Row>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await test.database.query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}

describe('a month, a quarter or a day that somebody types', () => {
  const rules = async (by: Api, collection: string, row: Row): Promise<unknown[]> =>
    (await by.send('POST', `/items/${collection}`, row)).errors.map(({ extensions }) => [extensions.field, extensions.rule]);

  it('is one that has begun and is counted, for reports; the form says which ones are', async () => {
    for (const [period, rule] of [
      ['2030-01', 'future'],
      ['2099-09', 'future'],
      ['2023-07', 'since'],
      ['2000-01', 'since'],
    ] as const) {
      expect(await rules(as.county, 'monthly_reports', { county: RENCHENG, period }), period).toEqual([['period', `report.period.${rule}`]]);
      const sql = test.database.query('INSERT INTO monthly_reports (id, county, period, status) VALUES (gen_random_uuid(), $1, $2, $3)', [
        RENCHENG,
        period,
        'draft',
      ]);
      await expect(sql, period).rejects.toThrow(/还没有开始|统计自/);
    }
    const { id } = (await as.county.send<{ id: string }>('POST', '/items/monthly_reports', { county: RENCHENG, period: '2025-06' })).data;
    expect(
      (await as.county.send('PATCH', `/items/monthly_reports/${id}`, { period: '2030-01' })).errors.map(({ extensions }) => extensions.rule),
    ).toEqual(['report.period.future']);
    await expect(test.database.query(`UPDATE monthly_reports SET period = '2030-01' WHERE id = $1`, [id])).rejects.toThrow(/还没有开始/);
  });

  it('is as well for evaluations, deadlines of single months and opening balances', async () => {
    const evaluation = { county: RENCHENG, kind: 'quarterly', evaluated_on: '2026-10-20', findings: '总体平稳' };
    expect(await rules(as.city, 'evaluations', { ...evaluation, quarter: '2099-Q1' })).toContainEqual(['quarter', 'evaluation.quarter.future']);
    expect(await rules(as.city, 'evaluations', { ...evaluation, quarter: '2023-Q2' })).toEqual([['quarter', 'evaluation.quarter.since']]);
    const past = `INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, findings) VALUES (gen_random_uuid(), $1, '2023-Q2', 'quarterly', '2026-10-20', '总体平稳')`;
    await expect(test.database.query(past, [RENCHENG])).rejects.toThrow(/统计/);
    const inspection = { ...evaluation, kind: 'city_inspection', quarter: '2026-Q4', reply_due: '2206-11-30' };
    expect(await rules(as.city, 'evaluations', inspection)).toEqual([['reply_due', 'evaluation.reply_due.far']]);
    expect(await rules(as.city, 'report_periods', { period: '2023-07' })).toEqual([['period', 'report_period.period.since']]);
    expect(await rules(as.city, 'report_periods', { period: '2099-09' })).toEqual([['period', 'report_period.period.future']]);
    expect(await rules(as.city, 'report_periods', { period: '2026-09', due_at: '2062-09-26T17:30:00+08:00' })).toEqual([
      ['due_at', 'report_period.due_at.far'],
    ]);
    const sql = `INSERT INTO report_periods (id, period, due_at) VALUES (gen_random_uuid(), '2026-09', '2062-09-26T17:30:00+08:00')`;
    await expect(test.database.query(sql)).rejects.toThrow(/报送时限/);
    const balance = { county: countyId('370812'), hazards_found: 1 };
    expect(await rules(as.city, 'opening_balances', { ...balance, as_of: '2099-01-01' })).toEqual([['as_of', 'opening_balance.as_of.future']]);
    expect(await rules(as.city, 'opening_balances', { ...balance, as_of: '2023-07-01' })).toEqual([['as_of', 'opening_balance.as_of.since']]);
  });

  it('is within reason for every other day', async () => {
    const enterprise = (await one<{ id: string }>("SELECT id FROM enterprises WHERE county = $1 AND status = 'active' LIMIT 1", [RENCHENG])).id;
    const hazard = { enterprise, title: '报警器失效', description: '罐区东侧两台可燃气体报警器校验标签已过期', place: '罐区', ...PLAN };
    expect(await rules(as.city, 'hazards', { ...hazard, deadline: '2206-11-30' })).toEqual([['deadline', 'hazard.deadline.far']]);
    expect(await rules(as.city, 'hazards', { ...hazard, found_on: '0206-11-30' })).toEqual([['found_on', 'hazard.found_on.far']]);
    expect(await rules(as.city, 'visits', { enterprise, visited_on: '0206-11-03' })).toContainEqual(['visited_on', 'visit.visited_on.far']);
    expect(await rules(as.city, 'teams', { enterprise, valid_from: '2206-11-03' })).toContainEqual(['valid_from', 'team.valid_from.far']);
    expect(await rules(as.city, 'task_lists', { name: '重点时段清单', scope: 'city', valid_from: '0206-11-03' })).toContainEqual([
      'valid_from',
      'task_list.valid_from.far',
    ]);
    const sql = `INSERT INTO teams (id, enterprise, valid_from) VALUES (gen_random_uuid(), $1, '2206-11-03')`;
    await expect(test.database.query(sql, [enterprise])).rejects.toThrow(/核对年份/);
    await setClock(test, null);
    expect(
      (await as.city.send('PATCH', '/items/settings', { statistics_since: '2206-01-01' })).errors.map(({ extensions }) => extensions.rule),
    ).toEqual(['settings.statistics_since.future']);
  });

  it('is told by every endpoint that is asked for one', async () => {
    const asked: readonly [string, string, Row?][] = [
      ['GET', '/zhudian/reports/board?period='],
      ['GET', '/zhudian/statistics?period='],
      ['GET', '/zhudian/statistics/behind?figure=hazards_found&period='],
      ['GET', '/zhudian/coverage?period='],
      ['GET', '/zhudian/overview?period='],
    ];
    for (const [method, path] of asked) {
      for (const period of ['2099-09', '2000-01']) {
        const { status, errors } = await as.city.send(method, path + period);
        expect([status, path], errors[0]?.message).toEqual([400, path]);
        expect(errors[0]?.message).toMatch(/还没有开始|统计自/);
      }
    }
    for (const period of ['2099-09', '2000-01']) {
      for (const path of ['/zhudian/reports/begin', '/zhudian/reports/compile']) {
        expect((await as.city.send('POST', path, path.endsWith('begin') ? { county: RENCHENG, period } : { period })).status).toBe(400);
      }
      expect((await as.city.send('GET', `/zhudian/deadlines?period=${period}`)).status).toBe(400);
    }
    expect((await as.city.send('GET', '/zhudian/evaluations/due?quarter=2099-Q1')).status).toBe(400);
    expect((await as.city.send('GET', '/zhudian/evaluations/due?quarter=2000-Q1')).status).toBe(400);
  });
});
