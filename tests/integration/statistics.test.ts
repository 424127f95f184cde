import { randomUUID } from 'node:crypto';
import { execa } from 'execa';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIGURES, type Figure } from '../../extensions/core/src/reports/figures.ts';
import { Random } from '../../scripts/provision/demo/Random.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { logins, type Caller } from '../support/logins.ts';
import { countedTable, lines } from '../support/statistics/countedTable.ts';
import { History } from '../support/statistics/History.ts';
import type { World } from '../support/statistics/operations.ts';
import { exact, readRaw, recount } from '../support/statistics/recount.ts';
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
const drift = async (): Promise<unknown[]> => (await test.database.query<Record<string, unknown>>('SELECT * FROM zhudian_statistics_drift()')).rows;
const marks = async (): Promise<number> => (await test.database.query('SELECT FROM statistics_marks')).rowCount ?? 0;
const fold = async (client: Pick<pg.Client, 'query'> = test.database): Promise<unknown> => client.query('SELECT zhudian_fold_statistics()');
/** Connections of their own, closed afterwards. */
async function withClients<T>(count: number, work: (clients: pg.Client[]) => Promise<T>): Promise<T> {
  const clients = await Promise.all(Array.from({ length: count }, () => test.stack.connect('directus')));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
/** An enterprise of a county that nobody else uses. */
async function newEnterprise(county = OWN): Promise<string> {
  const id = randomUUID();
  await test.database.query(`INSERT INTO enterprises (id, county, name, status) VALUES ($1, $2, $3, 'active')`, [
    id,
    county,
    `统计示例${id.slice(0, 8)}`,
  ]);
  return id;
}
const people = async (): Promise<string[]> =>
  (await test.database.query<{ id: string }>(`SELECT id FROM inspectors WHERE "user" IS NULL ORDER BY level, id`)).rows.map(({ id }) => id);
/** A visit past Directus, in one statement of a client. */
async function newVisit(client: Pick<pg.Client, 'query'>, enterprise: string, day: string, status = 'submitted', rules = 1): Promise<string> {
  const id = randomUUID();
  const [first, second] = await people();
  await client.query('BEGIN');
  await client.query(`INSERT INTO visits (id, enterprise, visited_on, status, rules_improved) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    enterprise,
    day,
    status,
    rules,
  ]);
  await client.query(`INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), $1, $2), (gen_random_uuid(), $1, $3)`, [
    id,
    first,
    second,
  ]);
  await client.query('COMMIT');
  return id;
}
const HAZARD = `INSERT INTO hazards (id, visit, enterprise, severity, status, title, description, found_on)
  VALUES (gen_random_uuid(), $1, $2, 'general', 'open', '可燃气体报警器', '罐区东侧两台可燃气体报警器校验标签已过期', $3)`;

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
        inspectors: [{ inspector: first }, { inspector: second }],
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
    expect(await reported()).toEqual([false, true]);
    const step = async (to: string): Promise<unknown> =>
      test.database.query(`UPDATE monthly_reports SET status = $3, return_reason = '请补充' WHERE county = $1 AND period = $2`, [county, period, to]);
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

describe('the kept sums', () => {
  it('equal a recount in other words after random histories, at any moment of them', async () => {
    const ids = async (table: string): Promise<string[]> =>
      (await test.database.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`)).rows.map(({ id }) => id);
    const world: World = {
      counties: await ids('counties'),
      enterprises: (await ids('enterprises')).slice(0, 30),
      inspectors: await ids('inspectors'),
      visits: await ids('visits'),
      hazards: await ids('hazards'),
    };
    const seed = Number(process.env.ZHUDIAN_SEED ?? Date.now() % 1_000_000);
    const random = new Random(seed);
    const history = new History(random, world);
    let looks = 0;
    await withClients(5, async ([reader, ...writers]) => {
      for (let round = 0; round < 40; round += 1) {
        const writing = Promise.all(
          writers.map(async (client) => {
            for (let i = 0; i < 12; i += 1) await history.transact(client);
          }),
        );
        const state = { busy: true };
        const ended = writing.finally(() => (state.busy = false));
        do {
          // One moment for both: what is kept, and the rows.
          await reader!.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
          const raw = await readRaw(reader!);
          for (const period of ['2023-08', '2023-10', '2025-02', '2026-02', `2026-${String(random.whole(3, 11)).padStart(2, '0')}`]) {
            expect(lines(await countedTable(reader!, period)), `seed ${seed}, round ${round}, ${period}`).toEqual(lines(recount(raw, period)));
          }
          await reader!.query('COMMIT');
          looks += 1;
        } while (state.busy);
        await ended;
      }
    });
    expect(history.tally.faults).toEqual([]);
    // A history in which nothing could happen proves nothing.
    expect(history.tally.kept).toBeGreaterThan(history.tally.refused);
    expect(history.tally.cancelled).toBeGreaterThan(20);
    expect(looks).toBeGreaterThan(40);
    await fold();
    expect(await drift()).toEqual([]);
  });

  it('follow a hazard that is saved while its visit is being handed in, whoever is first', async () => {
    await withClients(2, async ([one, other]) => {
      const enterprise = await newEnterprise();
      const visit = await newVisit(one!, enterprise, '2026-05-06', 'draft');
      await other!.query('BEGIN');
      await other!.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
      await one!.query(HAZARD, [visit, enterprise, '2026-04-30']);
      await fold(one);
      await other!.query('COMMIT');
      expect(await drift()).toEqual([]);
      await fold();
      expect(await drift()).toEqual([]);
      const { rows } = await test.database.query('SELECT sum(hazards)::int AS found FROM statistics_hazards WHERE month = $1 AND county = $2', [
        '2026-04-01',
        OWN,
      ]);
      const plain = await test.database.query(
        `SELECT count(*)::int AS found FROM hazards h LEFT JOIN visits v ON v.id = h.visit WHERE h.county = $1 AND h.found_on BETWEEN '2026-04-01' AND '2026-04-30' AND (h.visit IS NULL OR v.status IN ('submitted', 'locked'))`,
        [OWN],
      );
      expect(rows).toEqual(plain.rows);
    });
  });

  it('follow a person who is added while the visit is being handed in', async () => {
    await withClients(2, async ([one, other]) => {
      const visit = await newVisit(one!, await newEnterprise(), '2026-05-07', 'draft');
      const third = (await people())[2];
      await one!.query('BEGIN');
      await one!.query('INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), $1, $2)', [visit, third]);
      await other!.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
      await fold(other);
      await one!.query('COMMIT');
      expect(await drift()).toEqual([]);
      await fold();
      expect(await drift()).toEqual([]);
    });
  });

  it('count what a transaction writes after it has folded, and nothing of what it takes back', async () => {
    await withClients(1, async ([client]) => {
      const enterprise = await newEnterprise();
      await client!.query('BEGIN');
      await client!.query(HAZARD, [null, enterprise, '2026-03-03']);
      await fold(client);
      await client!.query(HAZARD, [null, enterprise, '2026-03-03']);
      await client!.query('SAVEPOINT here');
      await client!.query(HAZARD, [null, enterprise, '2026-02-02']);
      await client!.query('ROLLBACK TO SAVEPOINT here');
      await client!.query(HAZARD, [null, enterprise, '2026-02-02']);
      await client!.query('COMMIT');
      expect(await drift()).toEqual([]);
      await fold();
      expect(await drift()).toEqual([]);
    });
  });

  it('are counted afresh when a table is emptied', async () => {
    await fold();
    await withClients(1, async ([client]) => {
      await client!.query('BEGIN');
      await client!.query('TRUNCATE visits CASCADE');
      expect((await client!.query('SELECT * FROM zhudian_statistics_drift()')).rows).toEqual([]);
      const { rows } = await client!.query<{ city_person_visits: string }>(
        `SELECT * FROM zhudian_statistics('2026-11') WHERE county IS NULL AND span = 'month'`,
      );
      expect(rows[0]?.city_person_visits).toBe('0');
      await client!.query('ROLLBACK');
    });
  });

  it('move with an enterprise that is given to another county, and it stays where an opening balance covers its days', async () => {
    const enterprise = await newEnterprise(countyId('370812'));
    await newVisit(test.database, enterprise, '2026-01-05', 'submitted', 11);
    await fold();
    const rules = async (code: string): Promise<unknown> =>
      (await ask('city', `/zhudian/statistics?period=2026-01&county=${countyId(code)}`)).data.rows[0]?.month.rules_improved;
    const before = Number(await rules('370826'));
    const moved = await apis.city.send('PATCH', `/items/enterprises/${enterprise}`, { county: countyId('370826') });
    expect(moved.errors).toEqual([]);
    expect(await rules('370826')).toBe(before + 11);
    await fold();
    expect([await rules('370826'), await drift()]).toEqual([before + 11, []]);
    const covered = randomUUID();
    await test.database.query(`INSERT INTO counties (id, code, name, status) VALUES ($1, '379999', '示例新区', 'active')`, [covered]);
    await test.database.query(`INSERT INTO opening_balances (id, county, as_of) VALUES (gen_random_uuid(), $1, '2026-02-28')`, [covered]);
    const refused = await apis.city.send('PATCH', `/items/enterprises/${enterprise}`, { county: covered });
    expect([refused.status, refused.errors[0]?.extensions.rule]).toEqual([400, 'enterprises_move']);
    expect(refused.errors[0]?.message).toContain('期初数');
  });

  it('cost no save a wait or a deadlock while they are folded without a pause', async () => {
    const enterprises = await Promise.all([1, 2, 3].map(() => newEnterprise()));
    await withClients(5, async ([folder, ...savers]) => {
      const state = { busy: true };
      const folding = (async () => {
        while (state.busy) await fold(folder);
      })();
      try {
        await Promise.all(
          savers.map(async (client, lane) => {
            for (let i = 0; i < 25; i += 1) {
              const enterprise = enterprises[i % 3]!;
              const visit = await newVisit(client, enterprise, new Date(Date.UTC(2025, 2 + (i % 12), 1 + lane)).toISOString().slice(0, 10), 'draft');
              await client.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
              await client.query(HAZARD, [visit, enterprise, '2025-03-01']);
            }
          }),
        );
      } finally {
        state.busy = false;
        await folding;
      }
    });
    await fold();
    expect(await drift()).toEqual([]);
  });

  it('are folded by the server itself, soon after the save', async () => {
    await newVisit(test.database, await newEnterprise(), '2026-01-09');
    await expect.poll(marks, { timeout: 30_000, interval: 500 }).toBe(0);
    expect(await drift()).toEqual([]);
  });
});

describe('npm run statistics:verify', () => {
  const verify = async (...more: string[]): Promise<{ exitCode: number | undefined; stdout: string }> => {
    const { dataDir, ports } = test.stack.config;
    const { exitCode, stdout } = await execa(process.execPath, ['scripts/statistics.ts', ...more], {
      env: { ZHUDIAN_DATA_DIR: dataDir, ZHUDIAN_PORT_BASE: String(ports.directus - 5) },
      reject: false,
    });
    return { exitCode, stdout };
  };

  it('is content with sums that are right, and says so twice', async () => {
    for (const round of [1, 2]) expect([round, (await verify()).exitCode]).toEqual([round, 0]);
  });

  it('names county, month and column of what was written past the triggers, changes nothing unless asked, and puts it right', async () => {
    await fold();
    const { rows } = await test.database.query<{ name: string; month: string; rules: string }>(
      `UPDATE statistics_visits s SET rules_improved = s.rules_improved + 3, reward_amount_wan = s.reward_amount_wan + 0.0001 FROM counties c
       WHERE c.id = s.county AND (s.county, s.month) = (SELECT county, month FROM statistics_visits ORDER BY month DESC, county LIMIT 1)
       RETURNING c.name, to_char(s.month, 'YYYY-MM') AS month, s.rules_improved::text AS rules`,
    );
    const { name, month, rules } = rows[0]!;
    for (const round of [1, 2]) {
      const { exitCode, stdout } = await verify();
      expect([round, exitCode]).toEqual([round, 1]);
      expect(stdout).toContain(`${name} ${month} 指导完善规章制度（条）：汇总 ${rules}，应为 ${Number(rules) - 3}`);
      expect(stdout).toContain(`${name} ${month} 督促落实有奖举报（万元）`);
    }
    for (const round of [1, 2]) expect([round, (await verify('--rebuild')).exitCode]).toEqual([round, 0]);
    expect(await drift()).toEqual([]);
    expect((await verify()).stdout).toContain('一致');
  });
});
