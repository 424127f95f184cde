import { beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../support/linkOf.ts';
import { roles } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { Api } from '../support/Api.ts';
import { logins } from '../support/logins.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { newLogin } from '../support/newLogin.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let by: Awaited<ReturnType<typeof logins>>;
beforeAll(async () => {
  by = await logins(test);
});

describe('what a permission presets for its role', () => {
  it.each([
    ['contacts', { name: '方知行', phone: '13900001111' }],
    ['enterprises', { name: '预设化工有限公司' }],
    ['inspectors', { name: '叶知秋' }],
    ['task_lists', { name: '重点时段任务清单' }],
    ['monthly_reports', { period: '2024-05' }],
    ['evaluations', { quarter: '2024-Q2', evaluated_on: '2024-06-28' }],
  ] as const)('a new row of %s is the county’s own without its saying so', async (collection, payload) => {
    const { status, data, errors } = await by.county.send<{ county: string }>('POST', `/items/${collection}`, payload);
    expect(errors).toEqual([]);
    expect([status, data.county]).toEqual([200, countyId('370811')]);
  });

  it('a new version of a list takes the place of the county’s own, and of no other county’s', async () => {
    const first = await by.county.send<{ id: string }>('POST', '/items/task_lists', { name: '第一版清单' });
    const second = await by.county.send('POST', '/items/task_lists', { name: '第二版清单', version: '2', supersedes: first.data.id });
    expect(second.errors).toEqual([]);
    const other = await test.admin.send<{ id: string }>('POST', '/items/task_lists', {
      name: '邻县清单',
      scope: 'county',
      county: countyId('370883'),
    });
    const third = await by.county.send('POST', '/items/task_lists', { name: '第三版清单', supersedes: other.data.id });
    expect(third.status).toBe(400);
  });

  it('does not make a row another county’s', async () => {
    for (const [collection, payload] of [
      ['task_lists', { name: '邻县清单', scope: 'county' }],
      ['contacts', { name: '方知行', phone: '13900001111' }],
    ] as const) {
      const { status } = await by.county.send('POST', `/items/${collection}`, { ...payload, county: countyId('370883') });
      expect(status).toBe(403);
    }
  });
});

describe('a major hazard that the city confirms in the panel', () => {
  type Confirmed = { acknowledged_at: string; acknowledged_by: string };
  const raise = async (): Promise<string> =>
    (await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database))).data.id;
  const confirm = (who: Api, id: string) => who.send<Confirmed>('POST', `/zhudian/hazards/${id}/acknowledge`);
  const read = async (id: string) =>
    (
      await test.database.query<{ acknowledged_by: string | null; acknowledged_login: string | null; at: Date | null }>(
        'SELECT acknowledged_by, acknowledged_login, acknowledged_at AS at FROM hazards WHERE id = $1',
        [id],
      )
    ).rows[0];

  it('is recorded with the login and the time, in its history too, and its link says so', async () => {
    const id = await raise();
    await hazardMails(test).sent(id);
    const [mail] = await hazardMails(test).mailsOf(id);
    const link = new URL(await linkOf(mail)).pathname;
    const answer = await confirm(by.city, id);
    expect(answer.errors).toEqual([]);
    expect(answer.data.acknowledged_by).toBe('沈知远');
    const { rows: users } = await test.database.query<{ id: string }>(`SELECT id FROM directus_users WHERE email = 'city@zhudian.example.org'`);
    expect(await read(id)).toMatchObject({ acknowledged_by: '沈知远', acknowledged_login: users[0]?.id });
    const { rows: history } = await test.database.query<{ actor: string; note: string }>(
      `SELECT actor, note FROM hazard_events WHERE hazard = $1 AND note LIKE '市级已%'`,
      [id],
    );
    expect(history).toEqual([{ actor: users[0]?.id, note: '市级已在系统中签收：沈知远' }]);
    const page = await new Api(test.stack.config.urls.directus, null).raw(link);
    expect(page.text).toMatch(/沈知远.*已于 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d 在系统中签收/);
    expect(page.text).not.toContain('<form');
  });

  it('is the first one’s of two who confirm at once; the other is told who was first', async () => {
    const id = await raise();
    const city2 = { email: 'city2@zhudian.example.org', last_name: '贺', first_name: '知非', role: roles.city.id };
    const { api: second } = await newLogin(test, city2);
    const answers = await Promise.all([confirm(by.city, id), confirm(second, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = (await read(id))?.acknowledged_by ?? '';
    expect(answers.find(({ status }) => status === 200)?.data.acknowledged_by).toBe(first);
    expect(answers.find(({ status }) => status === 409)?.errors[0]?.message).toMatch(new RegExp(`${first}.*签收`));
  });

  it('is nobody’s but the city’s, over every way', async () => {
    const id = await raise();
    for (const who of ['county', 'inspector', 'auditor', 'automation', 'stranger'] as const) {
      expect([who, (await confirm(by[who], id)).status]).toEqual([who, 403]);
      const straight = await by[who].send('PATCH', `/items/hazards/${id}`, { acknowledged_at: new Date().toISOString(), acknowledged_by: '他人' });
      expect([who, straight.status]).toEqual([who, ['county', 'inspector'].includes(who) ? 400 : 403]);
    }
    const named = await by.city.send('PATCH', `/items/hazards/${id}`, { acknowledged_by: '他人' });
    expect(named.errors[0]?.extensions.rule).toBe('field.system');
    expect(await read(id)).toMatchObject({ acknowledged_by: null, at: null });
  });

  it('is refused for a general one, and for one that is not there', async () => {
    const { data } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, { severity: 'general' }));
    expect((await confirm(by.city, data.id)).status).toBe(409);
    expect((await confirm(by.city, crypto.randomUUID())).status).toBe(404);
    expect((await confirm(by.city, 'no-key')).status).toBe(400);
  });

  it('has to be confirmed anew when it was lowered and raised again, and names no login from before', async () => {
    const id = await raise();
    await confirm(by.city, id);
    const plan = { measures: '更换失效的安全阀并送检', responsible_person: '设备科长', deadline: '2027-12-31' };
    const lowered = await test.admin.send('PATCH', `/items/hazards/${id}`, {
      severity: 'general',
      correction_reason: '经复核为一般隐患，先行降级',
      ...plan,
    });
    expect(lowered.errors).toEqual([]);
    const raised = await test.admin.send('PATCH', `/items/hazards/${id}`, { severity: 'major' });
    expect(raised.errors).toEqual([]);
    expect(await read(id)).toEqual({ acknowledged_by: null, acknowledged_login: null, at: null });
    expect((await confirm(by.city, id)).status).toBe(200);
  });

  it('goes to no further contact afterwards', async () => {
    const quiet = await raise();
    const loud = await raise();
    await waitFor('both are reported', async () => {
      const { rows } = await test.database.query('SELECT FROM hazards WHERE id = ANY ($1) AND reported_at IS NOT NULL', [[quiet, loud]]);
      return rows.length === 2;
    });
    await confirm(by.city, quiet);
    await test.database.query(`UPDATE hazards SET reported_at = now() - interval '3 days' WHERE id = ANY ($1)`, [[quiet, loud]]);
    const escalated = async (id: string): Promise<number> =>
      (await test.database.query(`SELECT FROM outbox WHERE subject = $1 AND topic = 'hazard.unacknowledged'`, [id])).rowCount ?? 0;
    await waitFor('the unconfirmed one goes on', async () => (await escalated(loud)) > 0);
    expect(await escalated(quiet)).toBe(0);
  });
});

describe('a session that has ended on the server', () => {
  /** A browser's cookie whose session is gone. */
  async function endedSession(): Promise<string> {
    const { directus } = test.stack.config.urls;
    const answer = await fetch(`${directus}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'auditor@zhudian.example.org', password: test.stack.secrets.demoPasswords.auditor, mode: 'session' }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).toContain('=ey');
    await test.database.query(
      `DELETE FROM directus_sessions s USING directus_users u WHERE u.id = s."user" AND u.email = 'auditor@zhudian.example.org'`,
    );
    return cookie;
  }
  const ask = async (path: string, cookie: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, test.stack.config.urls.directus), { ...init, headers: { ...init.headers, cookie } });

  it('keeps nothing back that a stranger gets: the panel’s own parts, the log-in, the confirmation page', async () => {
    const cookie = await endedSession();
    for (const path of ['/extensions/sources/index.js', '/server/info', '/auth?sessionOnly', '/server/health', '/zhudian/health']) {
      const answer = await ask(path, cookie);
      expect([path, answer.ok]).toEqual([path, true]);
      await answer.body?.cancel();
    }
    expect((await ask('/zhudian/acknowledge/eyJ.no-token', cookie)).status).toBe(404);
    const login = await ask('/auth/login', cookie, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'auditor@zhudian.example.org', password: test.stack.secrets.demoPasswords.auditor, mode: 'session' }),
    });
    expect(login.status).toBe(200);
  });

  it('opens nothing that a stranger does not get, and is told as ended', async () => {
    const cookie = await endedSession();
    for (const path of ['/items/hazards', '/users/me', '/zhudian/statistics?period=2026-11']) {
      const answer = await ask(path, cookie);
      expect([path, answer.status]).toEqual([path, 401]);
      // Emptied: that is how Directus takes it away.
      expect(answer.headers.getSetCookie().join()).toMatch(/^[a-z_]+=;/);
      await answer.body?.cancel();
    }
  });

  it('changes nothing for one that goes on: the panel learns what only people who are logged in do', async () => {
    const { directus } = test.stack.config.urls;
    const answer = await fetch(`${directus}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'auditor@zhudian.example.org', password: test.stack.secrets.demoPasswords.auditor, mode: 'session' }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { data } = (await (await ask('/zhudian/health', cookie)).json()) as { data: { parts?: unknown[] } };
    expect(data.parts).toBeDefined();
  });
});

describe('the health', () => {
  interface Part {
    readonly part: string;
    readonly label: string;
    readonly status: string;
    readonly message: string;
    readonly lag_seconds: number | null;
    readonly backlog: number | null;
    readonly detail?: unknown;
  }
  interface Health {
    readonly status: string;
    readonly parts: readonly Part[];
    readonly services: readonly { readonly name: string; readonly status: string; readonly message: string }[];
  }
  const of = async (who: keyof typeof by): Promise<Health> => {
    const { status, data } = await by[who].send<Health>('GET', '/zhudian/health');
    expect([who, status]).toEqual([who, 200]);
    return data;
  };

  it('says to a stranger up or not, and nothing else', async () => {
    const health = await of('stranger');
    expect(Object.keys(health)).toEqual(['status']);
    expect(['ok', 'error']).toContain(health.status);
  });

  it('says to the city each part in its own words, with lag and backlog', async () => {
    const { parts } = await of('city');
    expect(parts.map(({ part }) => part)).toEqual([
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
    for (const { label, message, detail } of parts) {
      expect(label).toMatch(/\p{Script=Han}/u);
      expect(message).toMatch(/^[^a-z]*\p{Script=Han}/u);
      expect(detail).toBeUndefined();
    }
    for (const name of ['outbox', 'mail']) {
      const part = parts.find(({ part: one }) => one === name);
      expect([typeof part?.lag_seconds, typeof part?.backlog]).toEqual(['number', 'number']);
    }
  });

  it.each(['county', 'inspector'] as const)('says to the %s whether the services are well, and nothing of others’ affairs', async (who) => {
    const health = await of(who);
    expect(Object.keys(health).sort()).toEqual(['message', 'services', 'status']);
    expect(health.services.map(({ name }) => name)).toEqual(['系统登录与填报', '重大隐患直报邮件', '文书与提醒']);
    expect(JSON.stringify(health)).not.toMatch(/n8n|npm|pending|version/);
  });

  it.each(['auditor', 'automation'] as const)('says everything to the %s', async (who) => {
    const { parts } = await of(who);
    expect(parts.find(({ part }) => part === 'mail')?.detail).toBeDefined();
    expect(parts.every(({ label }) => /\p{Script=Han}/u.test(label))).toBe(true);
  });

  it('counts what waits: a mail that the relay does not take is the backlog of the mail', async () => {
    await test.database.query(
      `INSERT INTO deliveries (id, key, kind, "to", subject, status, date_created, next_attempt_at)
       VALUES (gen_random_uuid(), 'health-backlog', 'reminder', '["a@zhudian.example.org"]', '积压', 'retry', now() - interval '5 minutes', now() + interval '1 day')`,
    );
    const mail = (await of('city')).parts.find(({ part }) => part === 'mail');
    expect(mail).toMatchObject({ status: 'warn' });
    expect(mail?.backlog).toBeGreaterThanOrEqual(1);
    expect(mail?.lag_seconds).toBeGreaterThanOrEqual(299);
    expect(mail?.message).toMatch(/5 分钟/);
    await test.database.query(`DELETE FROM deliveries WHERE key = 'health-backlog'`);
  });
});

describe('moments in exports', () => {
  it('are Beijing time and name their zone, as CSV, JSON and in the file library', async () => {
    const { rows } = await test.database.query<{ id: string; local: string; day: string }>(
      `SELECT id, to_char(submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS') AS local, visited_on::text AS day FROM visits WHERE submitted_at IS NOT NULL LIMIT 1`,
    );
    const { id, local, day } = rows[0]!;
    const filter = encodeURIComponent(JSON.stringify({ id: { _eq: id } }));
    for (const format of ['csv', 'json', 'xml', 'yaml']) {
      const { text } = await by.city.raw(`/items/visits?fields=visited_on,submitted_at,hazards.date_created&filter=${filter}&export=${format}`);
      expect(text).toContain(`${local}+08:00`);
      expect(text).toContain(day);
      expect(text).not.toMatch(/T\d\d:\d\d:\d\d(\.\d+)?Z/);
    }
    const begun = await by.city.send('POST', '/utils/export/visits', {
      query: { fields: ['submitted_at'], filter: { id: { _eq: id } } },
      format: 'csv',
      file: {},
    });
    expect(begun.errors).toEqual([]);
    const file = await waitFor('the export is in the library', async () => {
      const found = await test.database.query<{ id: string }>(`SELECT id FROM directus_files WHERE title LIKE 'export-visits-%'`);
      return found.rows[0]?.id;
    });
    expect((await test.admin.download(`/assets/${file}`)).toString()).toContain(`${local}+08:00`);
    const { data } = await by.city.send<{ submitted_at: string }[]>('GET', `/items/visits?fields=submitted_at&filter=${filter}`);
    expect(data[0]?.submitted_at).toMatch(/Z$/);
  });
});
