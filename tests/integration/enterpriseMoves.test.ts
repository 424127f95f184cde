import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Statistics } from '../../extensions/directus-extension-zhudian/src/api/statistics/readStatistics.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { logins } from '../support/logins.ts';
import { HAZARD, statisticsRows } from '../support/statistics/rows.ts';
import { useTestStack } from '../support/useTestStack.ts';

const FROM = countyId('370812');
const TO = countyId('370826');
const test = useTestStack();
const { drift, fold, withClients, newEnterprise, newVisit } = statisticsRows(test, FROM);
let apis: Awaited<ReturnType<typeof logins>>;
beforeAll(async () => {
  apis = await logins(test);
}, 600_000);

describe('the figures of an enterprise', () => {
  it('move with an enterprise that is given to another county, and it stays where an opening balance covers its days', async () => {
    const enterprise = await newEnterprise(countyId('370812'));
    await newVisit(test.database, enterprise, '2026-01-05', 'submitted', 11);
    await fold();
    const rules = async (code: string): Promise<unknown> =>
      (await apis.city.send<Statistics>('GET', `/zhudian/statistics?period=2026-01&county=${countyId(code)}`)).data.rows[0]?.month.rules_improved;
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
});

describe('an enterprise that is given to another county while somebody saves', () => {
  const move = async (client: pg.Client, enterprise: string): Promise<string> =>
    await client.query('UPDATE enterprises SET county = $2 WHERE id = $1', [enterprise, TO]).then(
      () => 'moved',
      (error: unknown) => (error as { constraint?: string; message: string }).constraint ?? (error as Error).message,
    );
  const counties = async (enterprise: string): Promise<unknown> =>
    (
      await test.database.query<{ county: string }>(
        'SELECT county FROM visits WHERE enterprise = $1 UNION SELECT county FROM hazards WHERE enterprise = $1 UNION SELECT county FROM enterprises WHERE id = $1',
        [enterprise],
      )
    ).rows.map(({ county }) => county);

  it('gives way to the visit that is being handed in: neither is ended as a deadlock, and it moves when it is asked again', async () => {
    await withClients(2, async ([saver, mover]) => {
      const enterprise = await newEnterprise();
      const visit = await newVisit(saver!, enterprise, '2026-03-04', 'draft');
      await saver!.query('BEGIN');
      await saver!.query(`UPDATE visits SET log = '查阅台账' WHERE id = $1`, [visit]);
      const state = { over: false };
      const moving = move(mover!, enterprise).finally(() => (state.over = true));
      // It waits for a moment only, which a busy machine may not see.
      await expect
        .poll(async () => state.over || (await test.database.query(`SELECT FROM pg_locks WHERE NOT granted`)).rowCount !== 0, { interval: 10 })
        .toBe(true);
      // Wants the enterprise's row, which the move holds.
      await saver!.query(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [visit]);
      await saver!.query('COMMIT');
      expect(await moving).toBe('enterprises_move_busy');
      expect(await counties(enterprise)).toEqual([FROM]);
      expect([await move(mover!, enterprise), await counties(enterprise)]).toEqual(['moved', [TO]]);
      expect(await drift()).toEqual([]);
    });
  });

  it('takes along what was written before it, and what waits for it is written in the new county', async () => {
    await withClients(2, async ([saver, mover]) => {
      const enterprise = await newEnterprise();
      const write = async (): Promise<unknown> =>
        await saver!.query(`INSERT INTO visits (id, enterprise, visited_on, status) VALUES ($1, $2, '2026-03-05', 'draft')`, [
          randomUUID(),
          enterprise,
        ]);
      await saver!.query('BEGIN');
      await write();
      expect(await move(mover!, enterprise)).toBe('enterprises_move_busy');
      await saver!.query('COMMIT');
      await mover!.query('BEGIN');
      expect(await move(mover!, enterprise)).toBe('moved');
      const state = { written: false };
      const writing = Promise.all([write(), saver!.query(HAZARD, [null, enterprise, '2026-03-06'])]).then(() => (state.written = true));
      await expect
        .poll(async () => (await test.database.query(`SELECT FROM pg_locks WHERE NOT granted`)).rowCount, { interval: 10 })
        .toBeGreaterThan(0);
      expect(state.written).toBe(false);
      await mover!.query('COMMIT');
      await writing;
      expect(await counties(enterprise)).toEqual([TO]);
      await fold();
      expect(await drift()).toEqual([]);
    });
  });
});
