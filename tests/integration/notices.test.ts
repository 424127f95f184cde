import { beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TOPICS } from '../../extensions/core/src/events/topics.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { addReport } from '../support/addReport.ts';
import { done } from '../support/answers.ts';
import { records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

const TOLD = EVENT_TOPICS.filter(({ answeredBy }) => answeredBy === null).map(({ name }) => name);
const REASON = '第三项的问题描述不具体';
const test = useTestStack();
const { hazard } = records(() => world);
let world: RuleWorld;

beforeAll(async () => {
  world = await ruleWorld(test);
  await test.database.query(`INSERT INTO outbox_consumers (consumer, name, topics, own) VALUES ('test', 'test', $1, true)`, [TOLD]);
}, 600_000);

/** The topics that were told of a row, in order, with what they say. */
const toldOf = async (subject: string): Promise<{ topic: string; payload: Record<string, unknown> }[]> =>
  (
    await test.database.query<{ topic: string; payload: Record<string, unknown> }>(
      `SELECT o.topic, o.payload FROM outbox o JOIN outbox_places p ON p.event = o.id WHERE p.consumer = 'test' AND o.subject = $1 ORDER BY o.seq`,
      [subject],
    )
  ).rows;
const topicsOf = async (subject: string): Promise<string[]> => (await toldOf(subject)).map(({ topic }) => topic);

describe('whoever listens is told', () => {
  it('each step of a visit, once, with who, where and why', async () => {
    const id = await world.submitted();
    const step = async (change: object): Promise<unknown> => done(await world.city.send('PATCH', `/items/visits/${id}`, change));
    await step({ status: 'returned', return_reason: REASON });
    await step({ status: 'submitted' });
    await step({ remarks: '补充说明现场情况', correction_reason: '补录现场情况的说明' });
    await test.database.query(`UPDATE visit_inspectors SET contested_at = now(), contested_reason = $2 WHERE visit = $1 AND inspector = $3`, [
      ...[id, '当天没有到场，签字不是本人', world.people[0]],
    ]);
    await step({ status: 'locked' });
    await step({ status: 'void', void_reason: '演练时登记，演练已结束' });
    const told = await toldOf(id);
    expect(told.map(({ topic }) => topic)).toEqual(
      ['submitted', 'returned', 'submitted', 'corrected', 'contested', 'locked', 'voided'].map((name) => `visit.${name}`),
    );
    expect(told[1]?.payload).toMatchObject({
      visit: id,
      enterprise: world.enterprise,
      county: countyId('370811'),
      reason: REASON,
      status: 'returned',
    });
    expect(String(told[1]?.payload['people']).split('、')).toHaveLength(2);
    expect(told[3]?.payload['reason']).toContain('补录现场情况的说明');
  });

  it('each step of a hazard, once; one in the draft of a visit when the visit is handed in', async () => {
    const id = await hazard();
    const step = async (change: object, by = world.city): Promise<unknown> => done(await by.send('PATCH', `/items/hazards/${id}`, change));
    await step({ status: 'rectified', rectified_on: '2025-06-04', rectification: '已更换液位计并标定合格' });
    const seen = { verified_officer: '李振国', verification: '现场查看，液位计已更换，显示正常' };
    await step({ status: 'verified', ...seen }, test.admin);
    await step({ status: 'rectifying', correction_reason: '复看时液位计又失灵，退回整改' });
    await step({ severity: 'major', funds: '自筹', plan: '停车隔离', correction_reason: '现场复核后重新定级' });
    await test.database.query(`UPDATE hazards SET acknowledged_at = now(), acknowledged_by = '王明' WHERE id = $1`, [id]);
    await step({ severity: 'general', correction_reason: '现场复核后重新定级' });
    await step({ status: 'void', void_reason: '演练时登记，演练已结束' });
    expect(await topicsOf(id)).toEqual(
      ['found', 'rectified', 'verified', 'reopened', 'raised', 'acknowledged', 'lowered', 'voided'].map((name) => `hazard.${name}`),
    );
    const visit = done(await world.city.send<{ id: string }>('POST', '/items/visits', { ...(await world.handedIn()), status: 'draft' })).id;
    const day = done(await world.city.send<{ visited_on: string }>('GET', `/items/visits/${visit}?fields=visited_on`)).visited_on;
    const drafted = await hazard({ visit, found_on: day });
    expect(await topicsOf(drafted)).toEqual([]);
    done(await world.city.send('PATCH', `/items/visits/${visit}`, { status: 'submitted' }));
    expect(await topicsOf(drafted)).toEqual(['hazard.found']);
  });

  it('a report that is begun and accepted, and a month that is whole', async () => {
    const [county, period] = [countyId('370883'), '2024-02'];
    await test.database.query(`UPDATE counties SET date_created = now() WHERE id <> $1`, [county]);
    await test.database.query(`UPDATE counties SET date_created = '2024-01-01' WHERE id = $1`, [county]);
    await addReport(test, county, period, 'draft');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM monthly_reports WHERE county = $1 AND period = $2', [county, period]);
    const id = rows[0]?.id ?? '';
    for (const status of ['submitted', 'accepted']) await test.database.query('UPDATE monthly_reports SET status = $2 WHERE id = $1', [id, status]);
    expect(await topicsOf(id)).toEqual(['report.drafted', 'period.complete', 'report.accepted']);
  });

  it('what the calendar brings, once; and a suspicion', async () => {
    const late = await hazard({ deadline: '2030-01-01' });
    await test.database.query(`UPDATE hazards SET deadline = zhudian_today() - 1 WHERE id = $1`, [late]);
    const alone = await world.newEnterprise();
    for (let time = 0; time < 2; time += 1) await test.database.query('SELECT zhudian_tell_due()');
    expect((await topicsOf(late)).at(-1)).toBe('hazard.overdue');
    expect(await topicsOf(alone)).toEqual(['enterprise.without_team']);
    expect(await topicsOf(world.enterprise)).toEqual([]);
    const { rows } = await test.database.query<{ id: string }>(
      `INSERT INTO suspicions (id, key, kind, county, visit, reason, status)
       SELECT gen_random_uuid(), 'notices', 'same_text', county, id, '文字与上月相同', 'open' FROM visits WHERE status <> 'draft' LIMIT 1 RETURNING id`,
    );
    expect(await toldOf(rows[0]?.id ?? '')).toMatchObject([{ topic: 'suspicion.raised', payload: { kind: 'same_text', reason: '文字与上月相同' } }]);
  });
});

/** The topics of the examples for some topics, as n8n's editor asks for them. */
async function examplesOf(topics: readonly string[]): Promise<string[]> {
  const answer = await fetch(`${test.stack.config.urls.directus}/zhudian/events/examples?topics=${topics.join(',')}`, {
    headers: { authorization: `Bearer ${test.stack.secrets.automationToken}` },
  });
  return ((await answer.json()) as { data: { topic: string }[] }).data.map(({ topic }) => topic);
}

it('there is an example for every topic whose subject there is, whether it ever happened or not', async () => {
  const always = [null, 'counties', 'enterprises', 'visits', 'hazards', 'monthly_reports', 'suspicions'];
  for (const { name } of EVENT_TOPICS.filter(({ about }) => always.includes(about)))
    expect(new Set(await examplesOf([name]))).toEqual(new Set([name]));
  const all = EVENT_TOPICS.map(({ name }) => name);
  expect(new Set(await examplesOf(all)).size).toBeGreaterThan(15);
});
