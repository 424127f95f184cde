import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIGURES, type Figure } from '../../extensions/core/src/reports/figures.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { logins, type Caller } from '../support/logins.ts';
import { exact } from '../support/statistics/recount.ts';
import { statisticsRows } from '../support/statistics/rows.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<Figure, number | string>;
interface Statistics {
  readonly period: string;
  readonly since: string;
  readonly rows: readonly { county: { id: string; code: string; name: string }; cumulative: Row; month: Row; reported: boolean }[];
  readonly total: { cumulative: Row; month: Row };
  readonly missing: readonly { id: string; code: string; name: string }[];
}
interface Behind {
  readonly collection: string;
  readonly opening: string;
  readonly count: number;
  readonly sum: string;
  readonly rows: readonly { id: string; amount: string; county: string }[];
}

const KEYS = Object.keys(FIGURES) as Figure[];
const OWN = countyId('370811');
const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
}, 600_000);

const ask = async <T = Statistics>(who: Caller, path: string): Promise<{ status: number; data: T }> => apis[who].send<T>('GET', path);
const thisMonth = async (): Promise<string> =>
  (await test.database.query<{ month: string }>(`SELECT to_char(zhudian_today(), 'YYYY-MM') AS month`)).rows[0]!.month;
const { people, newEnterprise } = statisticsRows(test, OWN);

describe('the statistics of a month', () => {
  it('have the promised shape, every county of the city’s and their sum', async () => {
    const { status, data } = await ask('city', '/zhudian/statistics');
    expect(status).toBe(200);
    expect(Object.keys(data).sort()).toEqual(['missing', 'period', 'rows', 'since', 'total']);
    expect([data.period, data.since]).toEqual([await thisMonth(), '2023-08-01']);
    expect(data.rows).toHaveLength(14);
    for (const row of data.rows) {
      expect(Object.keys(row).sort()).toEqual(['county', 'cumulative', 'month', 'reported']);
      expect(Object.keys(row.county).sort()).toEqual(['code', 'id', 'name']);
    }
    for (const span of [data.total, ...data.rows]) {
      for (const figures of [span.cumulative, span.month]) {
        expect(Object.keys(figures)).toEqual(KEYS);
        for (const key of KEYS) expect(typeof figures[key]).toBe(key === 'reward_amount_wan' ? 'string' : 'number');
      }
    }
    for (const key of KEYS) {
      for (const span of ['cumulative', 'month'] as const) {
        expect(exact(key, data.total[span][key])).toBe(data.rows.reduce((sum, row) => sum + exact(key, row[span][key]), 0n));
      }
    }
    expect(data.total.cumulative.hazards_found).toBeGreaterThan(0);
  });

  it('are those of the own county for a county, the city’s for the auditor and the automation, and none of an inspector’s', async () => {
    const all = (await ask('city', '/zhudian/statistics')).data;
    expect((await ask('auditor', '/zhudian/statistics')).data).toEqual(all);
    expect((await ask('automation', '/zhudian/statistics')).data).toEqual(all);
    const own = (await ask('county', '/zhudian/statistics')).data;
    expect(own.rows).toEqual(all.rows.filter(({ county }) => county.id === OWN));
    expect(own.total.cumulative).toEqual(own.rows[0]?.cumulative);
    expect(own.missing.every(({ id }) => id === OWN)).toBe(true);
    expect((await ask('city', `/zhudian/statistics?county=${OWN}`)).data).toEqual(own);
    for (const path of ['/zhudian/statistics', '/zhudian/statistics/behind?figure=hazards_found']) {
      expect((await ask('inspector', path)).status).toBe(403);
      expect((await ask('stranger', path)).status).toBe(403);
    }
  });

  it('of another county are refused to a county, and of one that does not exist to everybody', async () => {
    for (const path of ['/zhudian/statistics?', '/zhudian/statistics/behind?figure=hazards_found&']) {
      expect((await ask('county', `${path}county=${countyId('370883')}`)).status).toBe(403);
      expect((await ask('city', `${path}county=${randomUUID()}`)).status).toBe(403);
    }
  });

  it('are refused for what is no month, no column, and for a month before they begin', async () => {
    expect((await ask('city', '/zhudian/statistics?period=2026-13')).status).toBe(400);
    expect((await ask('city', '/zhudian/statistics?period=2023-07')).status).toBe(400);
    expect((await ask('city', '/zhudian/statistics/behind?figure=id')).status).toBe(400);
    expect((await ask('city', '/zhudian/statistics?period=2023-08')).data.total.cumulative.hazards_found).toBe(0);
  });

  it('add amounts exactly, at the moment of the save', async () => {
    const before = (await ask('city', '/zhudian/statistics')).data;
    const day = `${await thisMonth()}-01`;
    const [first, second] = await people();
    for (const reward_amount_wan of ['0.1', '0.2', '1000.0001']) {
      const made = await apis.city.send('POST', '/items/visits', {
        enterprise: await newEnterprise(),
        visited_on: day,
        status: 'submitted',
        reward_amount_wan,
        inspectors_reason: '本组人员培训，由邻县人员代为驻点',
        inspectors: await signed(apis.city, [first, second]),
      });
      expect(made.errors).toEqual([]);
    }
    const after = (await ask('city', '/zhudian/statistics')).data;
    const grown = (of: (data: Statistics) => Row | undefined): string =>
      String(exact('reward_amount_wan', of(after)?.reward_amount_wan) - exact('reward_amount_wan', of(before)?.reward_amount_wan));
    expect(grown(({ total }) => total.cumulative)).toBe('10003001');
    expect(grown(({ rows }) => rows.find(({ county }) => county.id === OWN)?.month)).toBe('10003001');
    expect(after.total.month.reward_amount_wan).toMatch(/^\d+(\.\d*[1-9])?$/);
  });

  it('say who has reported: handed in or accepted, not a draft and not what was sent back', async () => {
    const period = '2024-02';
    const county = countyId('370883');
    const reported = async (): Promise<unknown> => {
      const { data } = await ask('city', `/zhudian/statistics?period=${period}`);
      return [data.rows.find((row) => row.county.id === county)?.reported, data.missing.some(({ id }) => id === county)];
    };
    await addReport(test, county, period, 'draft');
    // Nobody owes a report of a month before they were here.
    expect(await reported()).toEqual([false, false]);
    await test.database.query(`UPDATE counties SET date_created = '2024-02-29T15:00:00Z'`);
    expect(await reported()).toEqual([false, true]);
    const step = async (to: string): Promise<unknown> =>
      test.database.query(
        `UPDATE monthly_reports SET status = $3::text, return_reason = CASE WHEN $3::text = 'returned' THEN '问题困难部分请补充' END WHERE county = $1 AND period = $2`,
        [county, period, to],
      );
    await step('submitted');
    expect(await reported()).toEqual([true, false]);
    await step('accepted');
    expect(await reported()).toEqual([true, false]);
    await step('returned');
    expect(await reported()).toEqual([false, true]);
  });

  it('keep a county that was retired, for what it did, and do not wait for its report', async () => {
    const before = (await ask('city', '/zhudian/statistics')).data;
    const retired = before.rows.find(({ cumulative }) => Number(cumulative.hazards_found) > 0)?.county ?? before.rows[0]!.county;
    await test.database.query(`UPDATE counties SET status = 'inactive', name = name || '（原）' WHERE id = $1`, [retired.id]);
    const after = (await ask('city', '/zhudian/statistics')).data;
    expect(after.total).toEqual(before.total);
    expect(after.rows.find(({ county }) => county.id === retired.id)?.county.name).toBe(`${retired.name}（原）`);
    expect(after.missing.map(({ id }) => id)).not.toContain(retired.id);
    await test.database.query(`UPDATE counties SET status = 'active', name = $2 WHERE id = $1`, [retired.id, retired.name]);
  });

  it('add an opening balance from the month in which it ends, to the cumulative figures alone', async () => {
    const county = countyId('370881');
    await test.database.query(
      `INSERT INTO opening_balances (id, county, as_of, city_person_visits, reward_amount_wan, hazards_found, hazards_rectified) VALUES (gen_random_uuid(), $1, '2023-10-15', 7, 1.5, 5, 3)`,
      [county],
    );
    const of = async (period: string): Promise<unknown> => {
      const row = (await ask('city', `/zhudian/statistics?period=${period}`)).data.rows.find((one) => one.county.id === county);
      return [row?.cumulative, row?.month].map((figures) => [figures?.city_person_visits, figures?.reward_amount_wan, figures?.hazards_found]);
    };
    const none = [0, '0', 0];
    expect(await of('2023-09')).toEqual([none, none]);
    expect(await of('2023-10')).toEqual([[7, '1.5', 5], none]);
    expect(await of('2023-11')).toEqual([[7, '1.5', 5], none]);
    const behind = await ask<Behind>('city', `/zhudian/statistics/behind?period=2023-11&figure=reward_amount_wan&county=${county}`);
    expect(behind.data).toEqual({ collection: 'visits', opening: '1.5', count: 0, sum: '0', rows: [] });
  });
});

it('what is behind each number adds up to it: 15 columns, cumulative and month, the sum and each county', async () => {
  const { data } = await ask('city', '/zhudian/statistics');
  const busiest = [...data.rows].sort((a, b) => Number(b.cumulative.hazards_found) - Number(a.cumulative.hazards_found)).slice(0, 2);
  const places = [{ figures: data.total, county: null }, ...busiest.map((row) => ({ figures: row, county: row.county })), ...data.rows.filter(({ county }) => county.code === '370881').map((row) => ({ figures: row, county: row.county }))]; // prettier-ignore
  for (const figure of KEYS) {
    for (const span of ['cumulative', 'month'] as const) {
      for (const { figures, county } of places) {
        const where = `figure=${figure}&span=${span}${county ? `&county=${county.id}` : ''}`;
        const rows: Behind['rows'][number][] = [];
        let answer: Behind;
        do {
          answer = (await ask<Behind>('city', `/zhudian/statistics/behind?${where}&page=${rows.length / 50 + 1}`)).data;
          rows.push(...answer.rows);
        } while (rows.length < answer.count && answer.rows.length > 0);
        expect(new Set(rows.map(({ id }) => id)).size, where).toBe(answer.count);
        const sum = rows.reduce((total, row) => total + exact(figure, row.amount), 0n);
        expect(sum, where).toBe(exact(figure, answer.sum));
        expect(sum + exact(figure, answer.opening), where).toBe(exact(figure, figures[span][figure]));
        if (county) expect(rows.every((row) => row.county === county.name)).toBe(true);
      }
    }
  }
});
