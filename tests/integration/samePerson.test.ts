import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let world: RuleWorld;
let name: string;
beforeAll(async () => {
  world = await ruleWorld(test);
  const { rows } = await test.database.query<{ name: string }>('SELECT name FROM inspectors WHERE id = $1', [world.people[0]]);
  name = rows[0]!.name;
}, 600_000);

/** Entered twice in the register, as an office does that finds nobody under the name: carried over with one phone. */
const doubled = async (): Promise<[string, string]> => {
  const keys = [randomUUID(), randomUUID()] as [string, string];
  await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
  for (const id of keys)
    await test.database.query(
      `INSERT INTO inspectors (id, name, level, county, status, phone) VALUES ($1, '双录示例', 'city', NULL, 'active', '13900000077')`,
      [id],
    );
  await test.database.query('COMMIT');
  return keys;
};

it('is at a visit once: in a draft and when it is handed in, by the phone, the form and a row of its own', async () => {
  const [me, mate] = world.people;
  for (const [api, status] of [
    [world.inspector, 'draft'],
    [world.city, 'submitted'],
  ] as const) {
    const answer = await api.send('POST', '/items/visits', world.visit({ status, inspectors: await signed(api, [me, mate, me]) }));
    expect([refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([['visit.inspectors.once'], 'inspectors']);
    expect(messageOf(answer)).toContain(name);
  }
  const { id } = done(await world.inspector.send<{ id: string }>('POST', '/items/visits', world.visit()));
  const added = { inspectors: { create: [{ inspector: me }], update: [], delete: [] } };
  const whole = await world.inspector.send('PATCH', `/items/visits/${id}`, added);
  expect([refusedBy(whole), messageOf(whole).includes(name)]).toEqual([['visit.inspectors.once'], true]);
  const row = await world.inspector.send('POST', '/items/visit_inspectors', { visit: id, inspector: me });
  expect([row.errors[0]?.extensions.field, messageOf(row).includes(name)]).toEqual(['inspector', true]);
  expect(await world.sql('INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), $1, $2)', [id, me])).toBe(
    'visit_inspectors_once',
  );
  const { rows } = await test.database.query<{ id: string; inspector: string }>('SELECT id, inspector FROM visit_inspectors WHERE visit = $1', [id]);
  const [of, other] = [rows.find(({ inspector }) => inspector === me)!.id, rows.find(({ inspector }) => inspector === mate)!.id];
  expect(refusedBy(await world.inspector.send('PATCH', `/items/visit_inspectors/${of}`, { inspector: mate })).length).toBe(1);
  // Two who change places, and one who is taken out and put in again, are there once.
  const change = {
    create: [],
    update: [
      { id: of, inspector: mate },
      { id: other, inspector: me },
    ],
    delete: [],
  };
  done(await world.inspector.send('PATCH', `/items/visits/${id}`, { inspectors: change }));
  done(await world.inspector.send('PATCH', `/items/visits/${id}`, { inspectors: { create: [{ inspector: me }], update: [], delete: [other] } }));
});

it('is one and the same under two entries of one name and phone, and with one login', async () => {
  const twice = await doubled();
  const answer = await world.city.send('POST', '/items/visits', world.visit({ inspectors: twice.map((inspector) => ({ inspector })) }));
  expect([refusedBy(answer), messageOf(answer).includes('双录示例')]).toEqual([['visit.inspectors.once'], true]);
  const { id } = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit({ inspectors: [{ inspector: twice[0] }] })));
  expect(await world.sql('INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), $1, $2)', [id, twice[1]])).toBe(
    'visit_inspectors_once',
  );
  // Nor are two entries of one person a team of two.
  const enterprise = await world.newEnterprise();
  const team = await world.city.send('POST', '/items/teams', {
    ...{ enterprise, valid_from: '2025-01-01' },
    members: twice.map((inspector) => ({ inspector })),
  });
  expect([refusedBy(team), team.errors[0]?.extensions.field, messageOf(team).includes('双录示例')]).toEqual([
    ['team.members.twice'],
    'members',
    true,
  ]);
});

it('two at once are refused the second', async () => {
  const { id } = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit({ inspectors: [] })));
  const add = async (): Promise<unknown> => await world.city.send('POST', '/items/visit_inspectors', { visit: id, inspector: world.people[0] });
  await Promise.all([add(), add(), add()]);
  const { rowCount } = await test.database.query('SELECT FROM visit_inspectors WHERE visit = $1', [id]);
  expect(rowCount).toBe(1);
});
