import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { logins, type Caller } from '../support/logins.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

interface Mark {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly status: string;
  readonly reason: string;
  readonly visit: string | null;
  readonly period: string | null;
}

const OWN = countyId('370811');
const LOG = '查阅全员安全生产责任制和特殊作业票证，现场核查罐区、装置区和库房，与车间负责人逐项交换意见';
const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;
let people: string[];
const days: string[] = [];

beforeAll(async () => {
  apis = await logins(test);
  // People of this test's own, of the city, who may be in every county: those of the sample have visits of their own, on days that move.
  const { rows } = await test.database.query<{ id: string }>(
    `INSERT INTO inspectors (id, name, level, status) SELECT gen_random_uuid(), '疑点示例员' || n, 'city', 'active' FROM generate_series(1, 9) n RETURNING id`,
  );
  people = rows.map(({ id }) => id);
  const back = await test.database.query<{ day: string }>(`SELECT (zhudian_today() - n)::text AS day FROM generate_series(1, 60) n`);
  days.push(...back.rows.map(({ day }) => day));
}, 600_000);

async function enterprise(county = OWN): Promise<string> {
  const id = randomUUID();
  await test.database.query(`INSERT INTO enterprises (id, county, name, status) VALUES ($1, $2, $3, 'active')`, [
    id,
    county,
    `疑点示例${id.slice(0, 6)}`,
  ]);
  return id;
}
/** A visit of the first two people, handed in by the city; times as the clock at the office shows them. */
async function visit(change: Record<string, unknown>, times?: readonly [string, string], who = people.slice(0, 2)): Promise<string> {
  const day = (change.visited_on as string | undefined) ?? days[3]!;
  const { data, errors } = await apis.city.send<{ id: string }>('POST', '/items/visits', {
    enterprise: await enterprise(),
    visited_on: day,
    status: 'submitted',
    inspectors_reason: '本组人员培训，由邻县人员代为驻点',
    inspectors: await signed(apis.city, who),
    ...(times ? { arrived_at: `${day}T${times[0]}:00+08:00`, left_at: `${day}T${times[1]}:00+08:00` } : {}),
    ...change,
  });
  expect(errors).toEqual([]);
  return data.id;
}
/** Has the server look now; it does so by itself as well. */
const look = async (): Promise<void> => {
  expect((await test.admin.send('POST', '/zhudian/suspicions/look')).errors).toEqual([]);
};
const marksOf = async (who: Caller, id: string): Promise<readonly Mark[]> =>
  (await apis[who].send<Mark[]>('GET', `/items/suspicions?filter[visit][_eq]=${id}&sort=kind,key`)).data;
const snapshot = async (): Promise<unknown> => (await test.database.query('SELECT * FROM suspicions ORDER BY key')).rows;

describe('suspicious records', () => {
  it('are marked with the reason in Chinese: the same log three times, two places at once, too short a visit', async () => {
    const copies = [await visit({ log: `${LOG}。` }), await visit({ log: LOG.replaceAll('，', ', ') }), await visit({ log: ` ${LOG}` })];
    const short = await visit({}, ['09:00', '09:12'], people.slice(2, 4));
    const [here, there] = [await visit({}, ['09:00', '11:30'], people.slice(4, 6)), await visit({}, ['10:00', '12:00'], people.slice(5, 7))];
    const plain = await visit(
      { log: '核查动火作业票证和气体检测记录，抽查三名作业人员，均能说出本岗位的风险' },
      ['14:00', '16:00'],
      people.slice(7, 9),
    );
    await look();
    for (const copy of copies) {
      const [mark] = await marksOf('county', copy);
      expect([mark?.kind, mark?.status]).toEqual(['same_text', 'open']);
      expect(mark?.reason).toMatch(/^“驻点监督任务开展情况”与另外 2 条驻点记录文字相同，如 \d{4}-\d\d-\d\d 疑点示例/);
    }
    expect((await marksOf('county', short)).map(({ reason }) => reason)).toEqual([
      '驻点用时 12 分钟（09:00—09:12），少于 30 分钟；请核实到达和离开时间',
    ]);
    expect((await marksOf('city', here))[0]?.reason).toContain('09:00—11:30 在本企业，同时 10:00—12:00 又登记在 疑点示例');
    expect((await marksOf('city', there))[0]?.reason).toContain('10:00—12:00 在本企业，同时 09:00—11:30 又登记在 疑点示例');
    expect(await marksOf('city', plain)).toEqual([]);
  });

  it('found again are the same marks: nothing is added, changed or taken', async () => {
    await look();
    const before = await snapshot();
    await Promise.all([look(), look()]);
    expect(await snapshot()).toEqual(before);
  });

  it('go when the visit is corrected or sent back, and block nothing', async () => {
    const id = await visit({}, ['08:00', '08:05'], people.slice(2, 4));
    await look();
    expect(await marksOf('county', id)).toHaveLength(1);
    const day = days[3]!;
    const corrected = await apis.city.send('PATCH', `/items/visits/${id}`, {
      left_at: `${day}T08:55:00+08:00`,
      correction_reason: '离开时间登记有误',
    });
    expect(corrected.errors).toEqual([]);
    await look();
    expect(await marksOf('county', id)).toEqual([]);
    const other = await visit({}, ['10:00', '10:05'], people.slice(2, 4));
    await look();
    expect((await apis.county.send('PATCH', `/items/visits/${other}`, { status: 'returned', return_reason: '时间登记有误，请核对' })).errors).toEqual(
      [],
    );
    await look();
    expect(await marksOf('county', other)).toEqual([]);
  });

  it('are settled by the county with a note that says something, and stay settled', async () => {
    const id = await visit({}, ['15:00', '15:10'], people.slice(2, 4));
    await look();
    const mark = (await marksOf('county', id))[0]!;
    const settle = async (note: string | null): Promise<readonly (string | undefined)[]> =>
      (await apis.county.send('PATCH', `/items/suspicions/${mark.id}`, { status: 'dismissed', note })).errors.map(
        ({ extensions }) => extensions.rule,
      );
    expect(await settle(null)).toEqual(['suspicion.note.concrete']);
    expect(await settle('无')).toEqual(['suspicion.note.concrete']);
    expect(await settle('经电话核实，离开时间登记有误，实际两小时')).toEqual([]);
    await look();
    const { rows } = await test.database.query<{ status: string; by: string; at: Date }>(
      `SELECT s.status, u.email AS by, s.dismissed_at AS at FROM suspicions s JOIN directus_users u ON u.id = s.dismissed_by WHERE s.id = $1`,
      [mark.id],
    );
    expect(rows[0]).toMatchObject({ status: 'dismissed', by: 'county@zhudian.example.org' });
    expect(rows[0]?.at).toBeInstanceOf(Date);
    const past = await test.database.query(`UPDATE suspicions SET status = 'dismissed', note = '无' WHERE id = $1`, [mark.id]).then(
      () => 'written',
      (error: unknown) => (error as { constraint?: string }).constraint,
    );
    expect(past).toBe('suspicions_note');
  });

  it('are signatures of somebody outside the team; one of the team alone is none', async () => {
    const place = await enterprise();
    const members = people.slice(0, 2).map((inspector) => ({ inspector }));
    expect((await apis.city.send('POST', '/items/teams', { enterprise: place, valid_from: '2025-01-01', members })).errors).toEqual([]);
    const own = await visit({ enterprise: place, visited_on: days[5]! });
    const stood = await visit({ enterprise: place, visited_on: days[6]! }, undefined, [people[0]!, people[8]!]);
    await look();
    const outside = async (id: string): Promise<readonly Mark[]> => (await marksOf('county', id)).filter(({ kind }) => kind === 'outsider');
    expect(await outside(own)).toEqual([]);
    expect((await outside(stood)).map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^疑点示例员9不在该企业当天的驻点组内，说明为“.*”；请核实是否本人到场签字$/),
    ]);
  });

  it('are a county’s own: another’s are not seen or settled, an inspector sees none, nobody makes or deletes one', async () => {
    const abroad = await visit({ enterprise: await enterprise(countyId('370883')) }, ['09:00', '09:05'], people.slice(2, 4));
    await look();
    const mark = (await marksOf('city', abroad))[0]!;
    expect(await marksOf('county', abroad)).toEqual([]);
    expect((await apis.county.send('PATCH', `/items/suspicions/${mark.id}`, { note: '经电话核实，时间无误' })).status).toBe(403);
    expect((await apis.inspector.send('GET', '/items/suspicions')).status).toBe(403);
    expect((await apis.county.send('PATCH', `/items/suspicions/${mark.id}`, { reason: '没有' })).errors[0]?.extensions.rule).toBe('field.system');
    expect((await apis.city.send('DELETE', `/items/suspicions/${mark.id}`)).status).toBe(403);
    expect((await apis.county.send('POST', '/zhudian/suspicions/look')).status).toBe(403);
  });

  it('follow the thresholds of the settings', async () => {
    const id = await visit({}, ['13:00', '13:40'], people.slice(2, 4));
    await look();
    expect(await marksOf('city', id)).toEqual([]);
    await apis.city.send('PATCH', '/items/settings', { suspicion_short_minutes: 60 });
    await look();
    expect((await marksOf('city', id))[0]?.reason).toContain('少于 60 分钟');
    await apis.city.send('PATCH', '/items/settings', { suspicion_short_minutes: 30 });
    await look();
    expect(await marksOf('city', id)).toEqual([]);
  });

  it('are figures beyond sense, or far above the county’s own visits, within the minute and without being in the way', async () => {
    const place = randomUUID();
    await test.database.query(`INSERT INTO counties (id, code, name, status) VALUES ($1, '379997', '数字示例区', 'active')`, [place]);
    const huge = await visit({ enterprise: await enterprise(place), morning_meetings_urged: 99_999 }, undefined, people.slice(2, 4));
    const marks = async (id: string): Promise<readonly Mark[]> => (await marksOf('city', id)).filter(({ kind }) => kind === 'figure');
    const [mark] = await waitFor('the mark of 99,999 meetings', async () => ((await marks(huge)).length > 0 ? await marks(huge) : undefined), 60);
    expect(mark?.reason).toMatch(/^“督促召开“晨会”（次）”为 99999，2 人一次驻点通常不超过 \d+；请核实/);

    // Its own past: what every visit there had, and one that had ten times as much without being beyond sense.
    for (const day of days.slice(10, 22))
      await visit({ enterprise: await enterprise(place), visited_on: day, responsibility_lists_checked: 6 }, undefined, people.slice(4, 6));
    const above = await visit({ enterprise: await enterprise(place), responsibility_lists_checked: 60 }, undefined, people.slice(6, 8));
    const [own] = await waitFor('the mark of sixty lists', async () => ((await marks(above)).length > 0 ? await marks(above) : undefined), 60);
    expect(own?.reason).toMatch(/^“核查全员责任清单（人）”为 60，本县近 13 次驻点的中位数为 6，明显偏高；请核实/);

    // Corrected: the mark goes, within the minute as well; the full look finds and keeps the same.
    const corrected = { morning_meetings_urged: 2, correction_reason: '多输了数字，按签到表更正' };
    expect((await apis.city.send('PATCH', `/items/visits/${huge}`, corrected)).errors).toEqual([]);
    await waitFor('the mark gone', async () => ((await marks(huge)).length === 0 ? true : undefined), 60);
    await look();
    expect([(await marks(huge)).length, (await marks(above)).length]).toEqual([0, 1]);
    await apis.city.send('PATCH', '/items/settings', { suspicion_most_rules_improved: 1 });
    const ruled = await visit({ enterprise: await enterprise(place), rules_improved: 3 }, undefined, people.slice(2, 4));
    expect(
      (await waitFor('the mark by the setting', async () => ((await marks(ruled)).length > 0 ? await marks(ruled) : undefined), 60))[0]?.reason,
    ).toContain('通常不超过 2');
    await apis.city.send('PATCH', '/items/settings', { suspicion_most_rules_improved: null });
  });

  it('tell a county’s month that is out of line with its own past', async () => {
    const county = randomUUID();
    await test.database.query(`INSERT INTO counties (id, code, name, status) VALUES ($1, '379998', '疑点示例区', 'active')`, [county]);
    const place = await enterprise(county);
    for (let back = 8; back >= 0; back -= 1) {
      await test.database.query(
        `INSERT INTO hazards (id, enterprise, severity, status, title, description, found_on, deadline, measures, responsible_person)
         SELECT gen_random_uuid(), $1, 'general', 'open', '可燃气体报警器未校验', '罐区东侧两台可燃气体报警器校验标签已过期四个月',
           (date_trunc('month', zhudian_today()) - make_interval(months => $2::int))::date, zhudian_today() + 30, '停用并更换', '设备科长' FROM generate_series(1, $3::int)`,
        [place, back, back === 1 ? 60 : 6],
      );
    }
    await look();
    const { data } = await apis.city.send<Mark[]>('GET', `/items/suspicions?filter[county][_eq]=${county}`);
    expect(data.map(({ kind, period, visit: of }) => [kind, of, period?.length])).toEqual([['outlier', null, 7]]);
    expect(data[0]?.reason).toContain('“发现隐患（项）”为 60，本县此前 7 个月的中位数为 6，明显偏高');
  });

  it('are looked for by the server itself', async () => {
    await test.database.query('DELETE FROM suspicions');
    await test.stack.directus.stop();
    await test.stack.directus.start();
    await waitFor('a mark', async () => (await test.database.query('SELECT FROM suspicions')).rowCount, 60);
  });
});
