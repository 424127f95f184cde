import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { Random } from '../../scripts/provision/demo/Random.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { countedTable, lines } from '../support/statistics/countedTable.ts';
import { History } from '../support/statistics/History.ts';
import type { World } from '../support/statistics/operations.ts';
import { readRaw, recount } from '../support/statistics/recount.ts';
import { HAZARD, PERSON, statisticsRows } from '../support/statistics/rows.ts';
import { useTestStack } from '../support/useTestStack.ts';

const OWN = countyId('370811');
const test = useTestStack();
const { people, drift, marks, fold, withClients, newEnterprise, newVisit } = statisticsRows(test, OWN);

describe('the kept sums', () => {
  it('equal a recount in other words after random histories, at any moment of them', async () => {
    const ids = async (table: string): Promise<string[]> =>
      (await test.database.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`)).rows.map(({ id }) => id);
    const world: World = {
      // The tests after this one write visits of a county without an opening balance.
      counties: (await ids('counties')).filter((id) => id !== OWN),
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
    expect(looks).toBeGreaterThanOrEqual(40);
    await fold();
    expect(await drift()).toEqual([]);
  });

  it('follow a hazard that is saved while its visit is being handed in, whoever is first', async () => {
    await withClients(2, async ([one, other]) => {
      const enterprise = await newEnterprise();
      const visit = await newVisit(one!, enterprise, '2026-05-06', 'draft');
      await other!.query('BEGIN');
      await other!.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
      await one!.query(HAZARD, [visit, enterprise, '2026-05-06']);
      await fold(one);
      await other!.query('COMMIT');
      expect(await drift()).toEqual([]);
      await fold();
      expect(await drift()).toEqual([]);
      const { rows } = await test.database.query('SELECT sum(hazards)::int AS found FROM statistics_hazards WHERE month = $1 AND county = $2', [
        '2026-05-01',
        OWN,
      ]);
      const plain = await test.database.query(
        `SELECT count(*)::int AS found FROM hazards h LEFT JOIN visits v ON v.id = h.visit WHERE h.county = $1 AND h.found_on BETWEEN '2026-05-01' AND '2026-05-31' AND h.status <> 'void' AND (h.visit IS NULL OR v.status IN ('submitted', 'locked'))`,
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
      await one!.query(PERSON, [visit, third]);
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
              const day = new Date(Date.UTC(2025, 2 + (i % 12), 1 + lane)).toISOString().slice(0, 10);
              const visit = await newVisit(client, enterprise, day, 'draft');
              await client.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
              await client.query(HAZARD, [visit, enterprise, day]);
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
