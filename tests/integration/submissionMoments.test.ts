import { beforeAll, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { done } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';

interface Moments {
  readonly submitted_at: string;
  readonly resubmitted_at: string | null;
}

const DAY = 86_400_000;
const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

it('a visit that is handed in again tells both when it came first and when it came last, and nobody writes either', async () => {
  const id = await world.submitted();
  const read = async (): Promise<Moments> => done(await world.county.send<Moments>('GET', `/items/visits/${id}?fields=submitted_at,resubmitted_at`));
  const first = await read();
  expect(first.resubmitted_at).toBeNull();
  for (const days of [2, 5]) {
    done(await world.county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的存在问题描述不具体' }));
    const then = Date.now() + days * DAY;
    await setClock(test, new Date(then).toISOString());
    try {
      done(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }));
    } finally {
      await setClock(test, null);
    }
    const again = await read();
    expect(again.submitted_at).toBe(first.submitted_at);
    expect(Math.abs(Date.parse(again.resubmitted_at!) - then)).toBeLessThan(60_000);
  }
  const kept = await read();
  expect((await world.city.send('PATCH', `/items/visits/${id}`, { resubmitted_at: null })).status).toBe(400);
  await test.database.query('UPDATE visits SET resubmitted_at = NULL WHERE id = $1', [id]);
  expect(await read()).toEqual(kept);
});

it('a report that is handed in again tells both', async () => {
  const [county, period] = [countyId('370811'), '2026-09'];
  await test.database.query('DELETE FROM monthly_reports WHERE county = $1 AND period = $2', [county, period]).catch(() => undefined);
  await addReport(test, county, period, 'submitted');
  const { rows } = await test.database.query<{ id: string }>('SELECT id FROM monthly_reports WHERE county = $1 AND period = $2', [county, period]);
  const path = `/items/monthly_reports/${rows[0]!.id}`;
  const read = async (): Promise<Record<string, string>> =>
    done(await world.county.send<Record<string, string>>('GET', `${path}?fields=submitted_at,first_submitted_at,on_time`));
  const first = await read();
  expect(first.first_submitted_at).toBe(first.submitted_at);
  done(await world.city.send('PATCH', path, { status: 'returned', return_reason: '问题困难部分请写明具体企业' }));
  await setClock(test, new Date(Date.now() + 3 * DAY).toISOString());
  try {
    done(await world.city.send('PATCH', path, { status: 'submitted' }));
  } finally {
    await setClock(test, null);
  }
  const again = await read();
  expect([again.first_submitted_at, again.on_time]).toEqual([first.submitted_at, first.on_time]);
  expect(again.submitted_at! > first.submitted_at!).toBe(true);
});

it('and what was handed in again before both were kept gets them from its history, once', async () => {
  const id = await world.submitted();
  done(await world.county.send('PATCH', `/items/visits/${id}`, { status: 'returned', return_reason: '第三项的存在问题描述不具体' }));
  done(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }));
  const sql = readFileSync(new URL('../../schema/sql/220-submission-moments.sql', import.meta.url), 'utf8');
  await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
  await test.database.query('UPDATE visits SET resubmitted_at = NULL WHERE id = $1', [id]);
  await test.database.query('COMMIT');
  for (let times = 0; times < 2; times += 1) await test.database.query(`BEGIN; ${sql}; COMMIT`);
  const { rows } = await test.database.query<{ same: boolean }>(
    `SELECT v.resubmitted_at = (SELECT at FROM visit_events e WHERE e.visit = v.id AND e."from" = 'returned') AS same FROM visits v WHERE id = $1`,
    [id],
  );
  expect(rows).toEqual([{ same: true }]);
});
