import { beforeAll, describe, expect, it } from 'vitest';
import { Api, type ApiAnswer } from '../support/Api.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let inspector: Api;
let county: Api;

beforeAll(async () => {
  const { urls } = test.stack.config;
  const { demoPasswords } = test.stack.secrets;
  inspector = await Api.login(urls.directus, 'inspector@zhudian.example.org', demoPasswords.inspector);
  county = await Api.login(urls.directus, 'county@zhudian.example.org', demoPasswords.county);
}, 600_000);

async function count(table: string): Promise<number> {
  return Number((await test.database.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);
}

describe('a hazard that is wrong', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown severity', { severity: 'enormous' }, 'severity'],
    ['a deadline before the day it was found', { found_on: '2026-11-02', deadline: '2026-11-01' }, 'deadline'],
    ['a day in the future', { found_on: '2099-01-01' }, 'found_on'],
    ['the five elements missing when it leaves "open"', { status: 'rectifying' }, 'funds'],
    ['vague text', { description: '存在问题' }, 'description'],
    ['a text of a megabyte', { description: '漏'.repeat(400_000) }, 'description'],
    ['control characters', { title: '反应釜\u0008安全阀' }, 'title'],
    ['an enterprise that does not exist', { enterprise: '00000000-0000-4000-8000-000000000000' }, 'enterprise'],
  ])('by %s is refused at its field, in Chinese, and nothing is written', async (_, change, field) => {
    const before = [await count('hazards'), await count('outbox'), await count('hazard_events')];
    const { status, errors } = await test.admin.send('POST', '/items/hazards', await majorHazard(test.database, change));
    expect(status).toBe(400);
    const fault = errors.find((error) => error.extensions.field === field);
    expect(fault?.extensions.code).toBe('FAILED_VALIDATION');
    expect(fault?.extensions.validation_message).toMatch(/\p{Script=Han}{4}/u);
    expect([await count('hazards'), await count('outbox'), await count('hazard_events')]).toEqual(before);
  });

  it('is refused by an update too, and the row stays as it was', async () => {
    const { data } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, { severity: 'general' }));
    const { status, errors } = await test.admin.send('PATCH', `/items/hazards/${data.id}`, { severity: 'major', status: 'rectified' });
    expect(status).toBe(400);
    expect(errors.map((error) => error.extensions.field)).toEqual(expect.arrayContaining(['funds', 'plan', 'rectification']));
    const { rows } = await test.database.query('SELECT severity, status FROM hazards WHERE id = $1', [data.id]);
    expect(rows).toEqual([{ severity: 'general', status: 'open' }]);
  });

  it('is refused by PostgreSQL when it comes past Directus', async () => {
    const { enterprise } = await majorHazard(test.database);
    const insert = async (columns: Record<string, unknown>): Promise<string> => {
      const row = {
        id: crypto.randomUUID(),
        enterprise,
        severity: 'general',
        status: 'open',
        title: '阀门渗漏',
        description: '一车间蒸汽阀门法兰处渗漏',
        measures: '更换垫片',
        responsible_person: '设备科长',
        deadline: '2027-06-30',
        ...columns,
      };
      const names = Object.keys(row);
      return await test.database
        .query(`INSERT INTO hazards (${names.join()}) VALUES (${names.map((_, i) => `$${i + 1}`).join()})`, Object.values(row))
        .then(
          () => 'written',
          (error: unknown) => (error as { constraint?: string }).constraint ?? 'refused otherwise',
        );
    };
    expect(await insert({ severity: 'enormous' })).toBe('hazards_severity_known');
    expect(await insert({ found_on: '2026-11-02', deadline: '2026-11-01' })).toBe('hazards_deadline_after_found');
    expect(await insert({ found_on: '2099-01-01' })).toBe('hazards_found_on_past');
    expect(await insert({ severity: 'major', status: 'rectifying', measures: null })).toBe('hazards_major_five_elements');
    expect(await insert({ description: '无' })).toBe('hazards_description_concrete');
    expect(await insert({ title: 'a\u0007b' })).toBe('hazards_texts_plain');
    expect(await insert({})).toBe('written');
  });
});

describe('a visit that is wrong', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a day in the future', { visited_on: '2099-01-01' }, 'visited_on'],
    ['a negative figure', { visited_on: '2026-11-02', drills_urged: -1 }, 'drills_urged'],
    ['control characters in its log', { visited_on: '2026-11-02', log: '查看\u001b台账' }, 'log'],
  ])('by %s is refused at its field', async (_, change, field) => {
    const before = await count('visits');
    const { enterprise } = await majorHazard(test.database);
    const { status, errors } = await test.admin.send('POST', '/items/visits', { enterprise, ...change });
    expect(status).toBe(400);
    expect(errors.map((error) => error.extensions.field)).toContain(field);
    expect(await count('visits')).toBe(before);
  });
});

describe('who may what', () => {
  it('an inspector reports a major hazard at an enterprise of the own team with four fields, and at no other', async () => {
    const own = await inspector.send<{ id: string; name: string }[]>('GET', '/items/enterprises?fields=id,name&limit=-1');
    expect(own.data.length).toBeGreaterThan(0);
    expect(own.data.length).toBeLessThan(await count('enterprises'));
    const foreign = (
      await test.database.query<{ id: string }>('SELECT id FROM enterprises WHERE id <> ALL ($1) LIMIT 1', [own.data.map(({ id }) => id)])
    ).rows[0]?.id;

    const good = await inspector.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, { enterprise: own.data[0]?.id }));
    expect(good.errors).toEqual([]);
    const before = await count('hazards');
    const bad = await inspector.send('POST', '/items/hazards', await majorHazard(test.database, { enterprise: foreign }));
    expect(bad.status).toBeGreaterThanOrEqual(400);
    expect(bad.errors[0]?.extensions.field).toBe('enterprise');
    expect(await count('hazards')).toBe(before);
  });

  it('an inspector counts each enterprise and visit once', async () => {
    for (const collection of ['enterprises', 'visits', 'hazards']) {
      const { data: rows } = await inspector.send<{ id: string }[]>('GET', `/items/${collection}?fields=id&limit=-1`);
      const { data: counted } = await inspector.send<{ count: string | number }[]>('GET', `/items/${collection}?aggregate[count]=*`);
      expect(rows.length).toBeGreaterThan(0);
      expect([collection, Number(counted[0]?.count)]).toEqual([collection, rows.length]);
    }
  });

  it('nobody hangs a row on a parent that is not theirs, by creating it or by moving it', async () => {
    const mine = await inspector.send<{ id: string; enterprise: string }[]>('GET', '/items/visits?fields=id,enterprise&limit=-1');
    const visible = mine.data.map(({ id }) => id);
    const foreign = async (sql: string): Promise<string> => (await test.database.query<{ id: string }>(sql, [visible])).rows[0]?.id ?? '';
    const visit = await foreign('SELECT id FROM visits WHERE id <> ALL ($1) LIMIT 1');
    const hazard = await foreign('SELECT id FROM hazards WHERE county <> (SELECT county FROM visits WHERE id = ANY ($1) LIMIT 1) LIMIT 1');
    const enterprise = await foreign('SELECT id FROM enterprises WHERE county <> (SELECT county FROM visits WHERE id = ANY ($1) LIMIT 1) LIMIT 1');
    const team = await foreign(
      'SELECT t.id FROM teams t JOIN enterprises e ON e.id = t.enterprise WHERE e.county <> (SELECT county FROM visits WHERE id = ANY ($1) LIMIT 1) LIMIT 1',
    );
    const anyone = await foreign('SELECT inspector AS id FROM visit_inspectors WHERE visit <> ALL ($1) LIMIT 1');
    const taskItem = (
      await test.database.query<{ id: string }>(
        `SELECT i.id FROM task_items i JOIN task_lists l ON l.id = i.task_list WHERE l.scope = 'city' LIMIT 1`,
      )
    ).rows[0]?.id;
    const tables = ['visit_items', 'visit_inspectors', 'visits_photos', 'hazards_photos_before', 'hazards_photos_after', 'teams', 'team_members'];
    const before = await Promise.all(tables.map(count));

    const item = { task_item: taskItem, content: '检查', result: 'in_place' };
    const attempts: [Api, string, Record<string, unknown>, string][] = [
      [inspector, 'visit_items', { visit, ...item }, 'visit'],
      [inspector, 'visit_inspectors', { visit, inspector: anyone }, 'visit'],
      [inspector, 'visits_photos', { visit }, 'visit'],
      [inspector, 'hazards_photos_before', { hazard }, 'hazard'],
      [inspector, 'hazards_photos_after', { hazard }, 'hazard'],
      [county, 'teams', { enterprise, valid_from: '2026-01-01' }, 'enterprise'],
      [county, 'team_members', { team, inspector: anyone }, 'team'],
    ];
    for (const [who, collection, row, field] of attempts) {
      const { status, errors } = await who.send('POST', `/items/${collection}`, row);
      expect([collection, status]).toEqual([collection, 400]);
      expect(errors.map((error) => [error.extensions.field, error.extensions.rule])).toContainEqual([field, 'parent.changeable']);
    }
    expect(await Promise.all(tables.map(count))).toEqual(before);

    const created = await inspector.send<{ id: string; items: string[] }>('POST', '/items/visits?fields=id,items', {
      enterprise: mine.data[0]?.enterprise,
      visited_on: (await test.database.query<{ today: string }>('SELECT zhudian_today()::text AS today')).rows[0]?.today,
      items: [item],
    });
    expect(created.errors).toEqual([]);
    expect(created.data.items).toHaveLength(11);
    const moved = await inspector.send('PATCH', `/items/visit_items/${created.data.items[0]}`, { visit });
    expect(moved.errors.map((error) => error.extensions.field)).toContain('visit');
    const handedIn = await foreign(`SELECT id FROM visits WHERE id = ANY ($1) AND status IN ('submitted', 'locked') LIMIT 1`);
    expect((await inspector.send('POST', '/items/visit_items', { visit: handedIn, ...item })).status).toBe(400);
  });

  it('a county sees its own enterprises and hazards only', async () => {
    const { data } = await county.send<{ county: string }[]>('GET', '/items/enterprises?fields=county&limit=-1');
    expect(new Set(data.map((row) => row.county)).size).toBe(1);
    const hazards = await county.send<{ county: string }[]>('GET', '/items/hazards?fields=county&limit=-1');
    expect(new Set([...hazards.data, ...data].map((row) => row.county)).size).toBe(1);
  });

  it.each(['/zhudian/events/claim', '/zhudian/mail', '/zhudian/documents'])('%s is closed to people and strangers', async (path) => {
    const stranger = new Api(test.stack.config.urls.directus, null);
    for (const caller of [inspector, county, stranger]) expect((await caller.send('POST', path, {})).status).toBe(403);
  });

  it('a stranger learns of the health only whether all is well', async () => {
    const { data } = await new Api(test.stack.config.urls.directus, null).send('GET', '/zhudian/health');
    expect(Object.keys(data)).toEqual(['status']);
    const { data: whole } = await test.admin.send<{ parts: { part: string; status: string; version?: string }[] }>('GET', '/zhudian/health');
    expect(whole.parts.map(({ part }) => part)).toEqual([
      'database',
      'directus',
      'settings',
      'outbox',
      'mail',
      'confirmations',
      'n8n',
      'workflows',
      'restore',
    ]);
    expect(whole.parts.find(({ part }) => part === 'directus')?.version).toMatch(/^11\./);
  });
});

describe('the outbox', () => {
  it('gives an event to one claimant at a time, and takes it back only from the one who has it', async () => {
    await test.stack.n8n.stop();
    const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
    const { data: hazard } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database));
    const ask = { consumer: 'test', topics: ['hazard.major'], limit: 50 };
    type Claimed = { seq: string; subject: string; claim: string };
    const { data: first } = await automation.send<Claimed[]>('POST', '/zhudian/events/claim', ask);
    const event = first.find(({ subject }) => subject === hazard.id);
    expect(event).toBeDefined();
    const { data: second } = await automation.send<Claimed[]>('POST', '/zhudian/events/claim', ask);
    expect(second.filter(({ subject }) => subject === hazard.id)).toEqual([]);

    const path = `/zhudian/events/${event?.seq}`;
    const stale = await automation.send('POST', `${path}/done`, { claim: crypto.randomUUID() });
    expect([stale.status, stale.errors[0]?.extensions.code]).toEqual([409, 'ZHUDIAN_CLAIM_LOST']);
    expect((await automation.send('POST', `${path}/extend`, { claim: event?.claim })).status).toBe(200);
    expect((await automation.send('POST', `${path}/failed`, { claim: event?.claim, error: 'a fault' })).status).toBe(200);
    expect((await automation.send('POST', `${path}/done`, { claim: event?.claim })).status).toBe(409);
    await test.stack.n8n.start();
  }, 120_000);

  it('answers a long poll within moments of the save', async () => {
    await test.stack.n8n.stop();
    const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
    const drain = { consumer: 'test', topics: ['hazard.major'], limit: 50 };
    while ((await automation.send<unknown[]>('POST', '/zhudian/events/claim', drain)).data.length > 0);
    const ask = (): Promise<ApiAnswer<{ subject: string }[]>> => automation.send('POST', '/zhudian/events/claim', { ...drain, wait: 20 });
    let waiting = ask();
    const { data: hazard } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database));
    // An event of before may have become free first.
    for (;;) {
      const { data } = await waiting;
      if (data.some(({ subject }) => subject === hazard.id)) break;
      expect(data.length).toBeGreaterThan(0);
      waiting = ask();
    }
    await test.stack.n8n.start();
  }, 120_000);

  it('says what is wrong with a request', async () => {
    const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
    const { status, errors } = await automation.send('POST', '/zhudian/mail', { key: 'a b', to: ['nobody'], subject: 'x\r\ny' });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'ZHUDIAN_INVALID_REQUEST']);
    for (const field of ['key', 'kind', 'to.0', 'subject', 'html']) expect(errors[0]?.message).toContain(`${field}:`);
  });
});
