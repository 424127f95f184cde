import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { rulesBroken } from '../../scripts/provision/rulesBroken.ts';
import { roles } from '../../schema/roles.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { newLogin } from '../support/newLogin.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let city: RuleWorld['city'];
let county: RuleWorld['county'];
let inspector: RuleWorld['inspector'];
let enterprise: RuleWorld['enterprise'];
let people: RuleWorld['people'];
let newEnterprise: RuleWorld['newEnterprise'];
let team: RuleWorld['team'];
let newDay: RuleWorld['newDay'];
let visit: RuleWorld['visit'];
let submitted: RuleWorld['submitted'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, inspector, enterprise, people, newEnterprise, team, newDay, visit, submitted, sql } = await ruleWorld(test));
}, 600_000);

describe('a credit code', () => {
  it('is kept half-width and in upper case, and known again', async () => {
    const id = await newEnterprise({ uscc: '９１３５０１００ｍ０００1００y４３' });
    expect(done(await city.send<Row>('GET', `/items/enterprises/${id}`)).uscc).toBe('91350100M000100Y43');
    const again = await city.send('POST', '/items/enterprises', { county: countyId('370811'), name: '另一家', uscc: '91350100M000100Y43' });
    expect(refusedBy(again)).toEqual(['enterprise.uscc.unique']);
  });

  it('with a mistyped character is refused by the form and by PostgreSQL', async () => {
    const answer = await city.send('POST', '/items/enterprises', { county: countyId('370811'), name: '错码', uscc: '91350100M000100Y44' });
    expect([answer.status, refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([400, ['enterprise.uscc.shape'], 'uscc']);
    expect(await sql(`UPDATE enterprises SET uscc = '91350100M000100Y44' WHERE id = $1`, [enterprise])).toBe('enterprises_uscc_shape');
  });

  it('that is empty is none', async () => {
    const id = await newEnterprise({ uscc: ' ' });
    expect(done(await city.send<Row>('GET', `/items/enterprises/${id}`)).uscc).toBeNull();
  });
});

describe('the login of an inspector', () => {
  const own = async (): Promise<string> =>
    done(await county.send<{ id: string }>('POST', '/items/inspectors', { county: countyId('370811'), level: 'county', name: '签到示例员' })).id;
  const login = async (role: string, of: string | null): Promise<string> =>
    (await newLogin(test, { email: `${randomUUID().slice(0, 8)}@zhudian.example.org`, role, county: of })).id;
  const idOf = async (email: string): Promise<string> =>
    (await test.database.query<{ id: string }>('SELECT id FROM directus_users WHERE email = $1', [email])).rows[0]!.id;

  it('is given by a county when it is one of its own inspectors’ and free; any other is refused with the same words, whether it exists or not', async () => {
    const id = await own();
    const free = await login(roles.inspector.id, countyId('370811'));
    const others = [
      await idOf('city@zhudian.example.org'),
      await idOf('county@zhudian.example.org'),
      await idOf('inspector@zhudian.example.org'),
      await login(roles.inspector.id, countyId('370883')),
      await login(roles.inspector.id, null),
      randomUUID(),
      'x',
    ];
    for (const user of others) {
      const answers = [
        await county.send('PATCH', `/items/inspectors/${id}`, { user }),
        await county.send('POST', '/items/inspectors', { county: countyId('370811'), level: 'county', name: '签到示例员', user }),
      ];
      for (const answer of answers) {
        expect([answer.status, refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([400, ['inspector.user.own'], 'user']);
        expect(messageOf(answer)).toMatch(/^请选择本县（市、区）驻点人员的账号/);
      }
    }
    done(await county.send('PATCH', `/items/inspectors/${id}`, { user: free }));
    done(await county.send('PATCH', `/items/inspectors/${id}`, { user: free, position: '科员' }));
    const second = await own();
    expect(refusedBy(await city.send('PATCH', `/items/inspectors/${second}`, { user: free }))).toEqual(['inspector.user.own']);
    expect(await sql('UPDATE inspectors SET "user" = $2 WHERE id = $1', [second, free])).toBe('inspectors_login');
  });

  it('is not given past the form by a county either; the city gives one that names no county', async () => {
    const id = await own();
    const [officer, office] = [await idOf('county@zhudian.example.org'), await idOf('city@zhudian.example.org')];
    expect(await sql('UPDATE inspectors SET "user" = $2, user_updated = $3 WHERE id = $1', [id, office, officer])).toBe('inspectors_login');
    expect(refusedBy(await city.send('PATCH', `/items/inspectors/${id}`, { user: office }))).toEqual(['inspector.user.own']);
    done(await city.send('PATCH', `/items/inspectors/${id}`, { user: await login(roles.inspector.id, null) }));
  });
});

describe('a member of a team', () => {
  it('is of the enterprise’s county or of the city, whoever writes it and by which door', async () => {
    const of = await newEnterprise();
    const { id } = done(await county.send<{ id: string }>('POST', '/items/teams', team(of, '2025-01-01')));
    const foreign = done(
      await city.send<{ id: string }>('POST', '/items/inspectors', { county: countyId('370883'), level: 'county', name: '邻县示例员' }),
    ).id;
    for (const inspector of [foreign, randomUUID()]) {
      const answer = await county.send('POST', '/items/team_members', { team: id, inspector });
      expect([answer.status, refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([400, ['team_member.county'], 'inspector']);
      expect(messageOf(answer)).toContain('属于其他县（市、区）');
    }
    const nested = await county.send('PATCH', `/items/teams/${id}`, { members: { create: [{ inspector: foreign }], update: [], delete: [] } });
    expect(refusedBy(nested)).toEqual(['team_member.county']);
    const write = 'INSERT INTO team_members (id, team, inspector, user_created) SELECT $1, $2, $3, id FROM directus_users WHERE email = $4';
    expect(await sql(write, [randomUUID(), id, foreign, 'county@zhudian.example.org'])).toBe('team_members_county');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM team_members WHERE team = $1 LIMIT 1', [id]);
    const member = rows[0]!.id;
    for (const by of [city, test.admin]) {
      expect(refusedBy(await by.send('POST', '/items/team_members', { team: id, inspector: foreign }))).toEqual(['team_member.county']);
      const made = await by.send('POST', '/items/teams', {
        ...team(await newEnterprise(), '2025-01-01'),
        members: [{ inspector: people[0] }, { inspector: foreign }],
      });
      expect([refusedBy(made), made.errors[0]?.extensions.field]).toEqual([['team_member.county'], 'inspector']);
      const { errors } = await by.graphql(`mutation { update_team_members_item(id: "${member}", data: { inspector: { id: "${foreign}" } }) { id } }`);
      expect(JSON.stringify(errors)).toContain('属于其他县（市、区）');
    }
    expect(refusedBy(await city.send('PATCH', `/items/team_members/${member}`, { inspector: foreign }))).toEqual(['team_member.county']);
    expect(await sql('UPDATE team_members SET inspector = $2 WHERE id = $1', [member, foreign])).toBe('team_members_county');
  });

  it('does not go to an enterprise of another county with its team', async () => {
    const of = await newEnterprise();
    const { id: native } = done(
      await city.send<{ id: string }>('POST', '/items/inspectors', { county: countyId('370811'), level: 'county', name: '本县示例员' }),
    );
    const { id } = done(
      await city.send<{ id: string }>('POST', '/items/teams', {
        ...team(of, '2025-01-01'),
        members: [{ inspector: people[1] }, { inspector: native }],
      }),
    );
    const abroad = await newEnterprise({ county: countyId('370883') });
    const answer = await city.send('PATCH', `/items/teams/${id}`, { enterprise: abroad });
    expect([refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([['team.members.county'], 'enterprise']);
    expect(messageOf(answer)).toContain('“本县示例员”');
    expect(await sql('UPDATE teams SET enterprise = $2 WHERE id = $1', [id, abroad])).toBe('teams_county');
  });
});

describe('a phone', () => {
  it('is refused when it is none, by every door', async () => {
    expect(refusedBy(await city.send('PATCH', `/items/enterprises/${enterprise}`, { phone: '12' }))).toEqual(['enterprise.phone.shape']);
    expect(await sql(`UPDATE inspectors SET phone = '12' WHERE id = $1`, [people[0]])).toBe('inspectors_phone_shape');
    const contact = { county: countyId('370811'), name: '联系人', phone: '无' };
    expect(refusedBy(await county.send('POST', '/items/contacts', contact))).toEqual(['contact.phone.shape']);
  });

  it('is kept in one way of writing', async () => {
    const { id } = done(
      await county.send<{ id: string }>('POST', '/items/contacts', { county: countyId('370811'), name: '联系人', phone: '（0537）０001234' }),
    );
    expect(done(await county.send<Row>('GET', `/items/contacts/${id}`)).phone).toBe('0537-0001234');
  });
});

describe('contacts', () => {
  it('have one primary a county: the mark moves', async () => {
    const make = async (name: string): Promise<string> =>
      done(
        await county.send<{ id: string }>('POST', '/items/contacts', { county: countyId('370811'), name, phone: '0537-0001234', is_primary: true }),
      ).id;
    const [first, second] = [await make('丁若兰'), await make('陆长青')];
    const { rows } = await test.database.query('SELECT id, is_primary FROM contacts WHERE id = ANY($1) ORDER BY name DESC', [[first, second]]);
    expect(rows.filter(({ is_primary }) => is_primary)).toEqual([{ id: second, is_primary: true }]);
  });
});

describe('a team', () => {
  it('that overlaps another is refused with its people and dates, and the exclusion constraint stands behind', async () => {
    const answer = await city.send('POST', '/items/teams', team(enterprise, '2026-01-01'));
    expect(refusedBy(answer)).toEqual(['team.overlap']);
    expect(messageOf(answer)).toContain('2025-01-01 起');
    expect(await sql(`INSERT INTO teams (id, enterprise, valid_from) VALUES (gen_random_uuid(), $1, '2026-01-01')`, [enterprise])).toBe(
      'teams_one_in_force',
    );
  });

  it('of two saved at the same instant is written once, and the other is told why', async () => {
    const other = await newEnterprise();
    const answers = await Promise.all([1, 2, 3, 4].map(() => city.send('POST', '/items/teams', team(other, '2026-01-01'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    for (const answer of answers.filter(({ status }) => status === 400)) expect(messageOf(answer)).toMatch(/\p{Script=Han}{6}/u);
    expect((await test.database.query('SELECT FROM teams WHERE enterprise = $1', [other])).rowCount).toBe(1);
  });

  it('has two active members, in the form and at commit', async () => {
    const other = await newEnterprise();
    expect(refusedBy(await city.send('POST', '/items/teams', { ...team(other, '2026-01-01'), members: [{ inspector: people[0] }] }))).toEqual([
      'team.members.pair',
    ]);
    expect(await sql(`INSERT INTO teams (id, enterprise, valid_from) VALUES (gen_random_uuid(), $1, '2026-01-01')`, [other])).toBe('teams_pair');
    const { id } = done(await city.send<{ id: string }>('POST', '/items/teams', team(other, '2026-01-01')));
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM team_members WHERE team = $1', [id]);
    expect(refusedBy(await city.send('PATCH', `/items/teams/${id}`, { members: { create: [], update: [], delete: [rows[0]?.id] } }))).toEqual([
      'team.members.pair',
    ]);
    expect((await city.send('DELETE', `/items/team_members/${rows[0]?.id}`)).status).toBe(400);
    expect((await test.database.query('SELECT FROM team_members WHERE team = $1', [id])).rowCount).toBe(2);
  });
});

describe('a visit', () => {
  it('gets the checklist of its enterprise and day, in the wording of the list', async () => {
    const { id } = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()));
    const { rows } = await test.database.query(
      'SELECT v.content, i.content AS original FROM visit_items v JOIN task_items i ON i.id = v.task_item WHERE visit = $1',
      [id],
    );
    expect(rows).toHaveLength(11);
    for (const row of rows) expect(row.content).toBe(row.original);
    const { data } = await inspector.send<{ items: Row[] }>('GET', `/zhudian/checklist?enterprise=${enterprise}&day=2025-01-02`);
    expect(data.items.map(({ content }) => content)).toEqual(expect.arrayContaining(rows.map(({ content }) => content as unknown)));
  });

  it('keeps the results sent along, and not a wording of the sender', async () => {
    const { data } = await inspector.send<{ items: { task_item: string; content: string }[] }>(
      'GET',
      `/zhudian/checklist?enterprise=${enterprise}&day=2025-01-02`,
    );
    const first = data.items[0]!;
    const items = [{ task_item: first.task_item, result: 'in_place', implementation: '台账齐全', content: '改过的' }];
    const { id } = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit({ items })));
    const { rows } = await test.database.query('SELECT content, result, implementation FROM visit_items WHERE visit = $1 AND task_item = $2', [
      id,
      first.task_item,
    ]);
    expect(rows).toEqual([{ content: first.content, result: 'in_place', implementation: '台账齐全' }]);
    expect((await test.database.query('SELECT FROM visit_items WHERE visit = $1', [id])).rowCount).toBe(11);
  });

  it('tells an inspector nothing of the checklist of an enterprise that is not theirs', async () => {
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM enterprises WHERE county = $1 LIMIT 1', [countyId('370883')]);
    expect((await inspector.send('GET', `/zhudian/checklist?enterprise=${rows[0]?.id}&day=2025-01-02`)).status).toBe(404);
  });

  it('is handed in by two people of the team in force, or says why', async () => {
    const one = visit({ status: 'submitted', inspectors: await signed(city, [people[0]]) });
    expect(refusedBy(await city.send('POST', '/items/visits', one))).toEqual(['visit.inspectors.pair']);
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT id FROM inspectors WHERE id <> ALL($1) AND level = 'city' ORDER BY id LIMIT 1`,
      [people],
    );
    const with_stranger = visit({ status: 'submitted', inspectors: await signed(city, [people[0], rows[0]?.id]) });
    expect(refusedBy(await city.send('POST', '/items/visits', with_stranger))).toEqual(['visit.inspectors.team']);
    done(await city.send('POST', '/items/visits', { ...with_stranger, inspectors_reason: '原组员住院，由他人代替' }));
  });

  it('handed in by one person past Directus is refused at commit', async () => {
    const insert = `INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, $2, 'submitted')`;
    expect(await sql(insert, [enterprise, newDay()])).toBe('visits_pair');
  });

  it('is handed in by an inspector only with every item answered and a log', async () => {
    const { id } = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit({ inspectors: await signed(inspector, people) })));
    const unwritten = await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted', log: '无' });
    expect(refusedBy(unwritten)).toEqual(['visit.log.concrete', 'visit.items.complete']);
    const answer = await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted' });
    expect(refusedBy(answer)).toEqual(['visit.items.complete']);
    expect(messageOf(answer)).toContain('还有 11 项');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visit_items WHERE visit = $1', [id]);
    const update = rows.map((row) => ({ id: row.id, result: 'in_place' }));
    done(await inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted', items: { create: [], update, delete: [] } }));
  });

  it('is there once for a team, enterprise and day, whoever saves it, even at the same instant', async () => {
    const day = newDay();
    const answers = await Promise.all([1, 2, 3].map(() => inspector.send('POST', '/items/visits', visit({ visited_on: day }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = await city.send('POST', '/items/visits', visit({ visited_on: day }));
    expect(refusedBy(late)).toEqual(['visit.once']);
    expect(messageOf(late)).toContain('草稿，由陆长青填写');
  });

  it('knows its team, its county and the levels of its people by itself', async () => {
    const id = await submitted();
    const { rows } = await test.database.query(
      `SELECT v.county, v.team IS NOT NULL AS has_team, (SELECT count(*)::int FROM visit_inspectors WHERE visit = v.id AND level IS NOT NULL) AS levels FROM visits v WHERE id = $1`,
      [id],
    );
    expect(rows).toEqual([{ county: countyId('370811'), has_team: true, levels: 2 }]);
  });

  it('sent twice under one form key is one visit', async () => {
    const client_key = randomUUID();
    done(await inspector.send('POST', '/items/visits', visit({ client_key })));
    const again = await inspector.send('POST', '/items/visits', visit({ client_key }));
    expect(again.errors[0]?.extensions.code).toBe('RECORD_NOT_UNIQUE');
  });

  it('is changed twice with the same rows without a copy of them', async () => {
    const { id } = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit()));
    const hazard = { id: randomUUID(), title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露' };
    done(await inspector.send('PATCH', `/items/visits/${id}`, { hazards: [{ ...hazard, enterprise }] }));
    done(await inspector.send('PATCH', `/items/visits/${id}`, { hazards: [hazard] }));
    expect((await test.database.query('SELECT FROM hazards WHERE visit = $1', [id])).rowCount).toBe(1);
  });
});

describe('a rule that is younger than a row', () => {
  it('leaves the row as it is where people alone write, is told, and holds for what is written from then on', async () => {
    const id = await newEnterprise({ phone: '0537-0001234' });
    expect(await sql(`SELECT zhudian_set_check('enterprises', 'enterprises_younger', $$coalesce(phone, '') NOT LIKE '0537%'$$)`)).toBe('written');
    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM enterprises WHERE phone LIKE '0537%' ORDER BY id`);
    const keys = rows.slice(0, 5).map((row) => row.id);
    expect(await rulesBroken(test.database)).toEqual([{ table: 'enterprises', rule: 'enterprises_younger', rows: rows.length, keys }]);
    expect(await sql(`UPDATE enterprises SET name = name || '分厂' WHERE id = $1`, [id])).toBe('enterprises_younger');
    expect(await sql(`UPDATE enterprises SET phone = '0530-0001234' WHERE id = $1`, [id])).toBe('written');
    await test.database.query('ALTER TABLE enterprises DROP CONSTRAINT enterprises_younger');
  });

  it('is not applied where the system writes as well: the rows are named', async () => {
    expect(await sql(`SELECT zhudian_set_check('hazards', 'hazards_younger', 'false')`)).toMatch(
      /rows of "hazards" break its rule hazards_younger: [0-9a-f-]{36}, .*put them right/,
    );
  });
});

it('a key and a day of a request find their rows by index, and what is none finds nothing', async () => {
  await test.database.query('SET enable_seqscan = off');
  const { rows } = await test.database.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT FROM visits WHERE enterprise = zhudian_uuid($1) AND visited_on = zhudian_day($2)`,
    [enterprise, '2026-10-31'],
  );
  await test.database.query('RESET enable_seqscan');
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toContain('Seq Scan');
  expect(plan).toMatch(/Index Cond: .*enterprise = /);
  const none = await test.database.query(
    `SELECT zhudian_uuid('鱼') AS key, zhudian_uuid($1) AS told, zhudian_day('2026-02-30') AS day, zhudian_uuids($2)::text[] AS keys`,
    ['鱼', ['鱼', enterprise]],
  );
  expect(none.rows).toEqual([{ key: null, told: null, day: null, keys: [enterprise] }]);
  for (const where of [`enterprise = zhudian_uuid('鱼') AND visited_on = zhudian_day('2026-02-30')`, `id = ANY (zhudian_uuids('{鱼}'))`])
    expect((await test.database.query(`SELECT FROM visits WHERE ${where}`)).rowCount).toBe(0);
});
