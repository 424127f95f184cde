import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../schema/roles.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, refusedBy } from '../support/answers.ts';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { newLogin, type NewLogin } from '../support/newLogin.ts';
import { useTestStack } from '../support/useTestStack.ts';

/** Who may come in, for how long, and how answers leave. */
const test = useTestStack();
let by: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  by = await logins(test);
}, 600_000);

const url = (): string => test.stack.config.urls.directus;

/** Somebody of a county with an access token of their own, as a program gets it. */
async function officer(): Promise<NewLogin> {
  const email = `officer-${randomUUID().slice(0, 8)}@zhudian.example.org`;
  return await newLogin(test, { email, first_name: '离任干部', role: roles.county.id, county: countyId('370811') });
}

/** Posts from another address of this machine: what is counted by place is not counted for the other tests. */
async function post(path: string, body: unknown, from: string): Promise<number> {
  return (await answer(path, body, from)).status;
}
async function answer(path: string, body: unknown, from: string): Promise<{ status: number; text: string; retryAfter: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string; retryAfter: number }>();
  const sent = request(new URL(path, url()), { method: 'POST', localAddress: from, headers: { 'content-type': 'application/json' } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), retryAfter: Number(answer.headers['retry-after']) });
    });
  });
  sent.on('error', reject);
  sent.end(JSON.stringify(body));
  return await promise;
}

describe('a token that was handed out', () => {
  it('opens nothing any more once its owner is suspended', async () => {
    const { id, api } = await officer();
    expect((await api.send('GET', '/items/enterprises?limit=1')).status).toBe(200);
    done(await test.admin.send('PATCH', `/users/${id}`, { status: 'suspended' }));
    expect((await api.send('GET', '/items/enterprises?limit=1')).status).toBe(401);
    expect((await api.graphql('{ enterprises { id } }')).data).toBeNull();
  });

  it('nor once they have another role', async () => {
    const { id, api } = await officer();
    done(await test.admin.send('PATCH', `/users/${id}`, { role: roles.auditor.id }));
    expect((await api.send('GET', '/items/enterprises?limit=1')).status).toBe(401);
  });

  it('shows the rows of another county with the next request once they were moved there', async () => {
    const login = await officer();
    const { id, api } = login;
    const panel = await session(login);
    done(await test.admin.send('PATCH', `/users/${id}`, { county: countyId('370883') }));
    const seen = async (read: () => Promise<{ id: string }[]>): Promise<string[]> => (await read()).map((county) => county.id);
    expect(await seen(async () => done(await api.send<{ id: string }[]>('GET', '/items/counties?fields=id')))).toEqual([countyId('370883')]);
    const { text } = await panel('/items/counties?fields=id');
    expect(await seen(async () => (JSON.parse(text) as { data: { id: string }[] }).data)).toEqual([countyId('370883')]);
  });
});

type Panel = (path: string, body?: unknown) => Promise<{ readonly status: number; readonly text: string; readonly cookie: string | null }>;

/** Logs somebody in with a session as the panel does; gives what a path answers to its cookie. */
async function session({ email, password }: NewLogin): Promise<Panel> {
  const send = async (path: string, body: unknown, cookie: string): ReturnType<Panel> => {
    const answer = await fetch(new URL(path, url()), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text(), cookie: answer.headers.get('set-cookie') };
  };
  const entered = await send('/auth/login', { email, password, mode: 'session' }, '');
  const cookie = (entered.cookie ?? '').split(';')[0] ?? '';
  return async (path, body) => await send(path, body, cookie);
}

describe('a session of the panel', () => {
  it('opens nothing any more once its owner has another role; the cookie goes, and they log in again', async () => {
    const login = await officer();
    const { id, email, password } = login;
    const panel = await session(login);
    expect((await panel('/items/enterprises?limit=1')).status).toBe(200);
    done(await test.admin.send('PATCH', `/users/${id}`, { role: roles.inspector.id }));
    const { status, cookie } = await panel('/items/enterprises?limit=1');
    expect([status, cookie]).toEqual([401, expect.stringContaining('=;')]);
    expect((await panel('/graphql', { query: '{ enterprises { id } }' })).status).toBe(401);
    expect((await panel('/auth/refresh', { mode: 'session' })).status).toBe(401);
    expect((await panel('/server/info')).status).toBe(200);
    expect((await panel('/auth/login', { email, password, mode: 'session' })).status).toBe(200);
  });

  it('nor once they are suspended, also when that was written past Directus', async () => {
    for (const suspend of [
      async (id: string) => {
        done(await test.admin.send('PATCH', `/users/${id}`, { status: 'suspended' }));
      },
      async (id: string) => {
        await test.database.query(`UPDATE directus_users SET status = 'suspended' WHERE id = $1`, [id]);
      },
    ]) {
      const login = await officer();
      const panel = await session(login);
      expect((await panel('/users/me')).status).toBe(200);
      await suspend(login.id);
      expect((await panel('/users/me')).status).toBe(401);
    }
  });
});

describe('whoever tries passwords', () => {
  it('at one account after another is stopped at their place, and nobody is at another', async () => {
    const login = (n: number): unknown => ({ email: `a${n}@zhudian.example.org`, password: 'Autumn2026' });
    const tried = await Promise.all(Array.from({ length: 70 }, (_, n) => post('/auth/login', login(n), '127.0.0.9')));
    expect(new Set(tried)).toEqual(new Set([401, 429]));
    const mine = { email: 'county@zhudian.example.org', password: test.stack.secrets.demoPasswords.county };
    expect(await post('/auth/login', mine, '127.0.0.9')).toBe(429);
    expect(await post('/auth/login', mine, '127.0.0.10')).toBe(200);
  });

  it('an office that logs in all morning from one address is not', async () => {
    const mine = { email: 'county@zhudian.example.org', password: test.stack.secrets.demoPasswords.county };
    for (let round = 0; round < 7; round += 1) {
      const entered = await Promise.all(Array.from({ length: 10 }, () => post('/auth/login', mine, '127.0.0.11')));
      expect(new Set(entered)).toEqual(new Set([200]));
    }
  });

  it('asks for a few mails with a new password, not for hundreds', async () => {
    const asked: number[] = [];
    for (let n = 0; n < 5; n += 1) asked.push(await post('/auth/password/request', { email: 'county@zhudian.example.org' }, '127.0.0.12'));
    expect(asked).toEqual([204, 204, 204, 429, 429]);
  });

  it('is told in Chinese what was too much and when to try again: of one account, of a whole office behind one address, of the mails', async () => {
    const login = (n: number): unknown => ({ email: `b${n}@zhudian.example.org`, password: 'Autumn2026' });
    for (let n = 0; n < 10; n += 1) expect(await post('/auth/login', login(0), '127.0.0.13')).toBe(401);
    await Promise.all(Array.from({ length: 61 }, (_, n) => post('/auth/login', login(n), '127.0.0.14')));
    for (let n = 0; n < 3; n += 1) await post('/auth/password/request', { email: 'city@zhudian.example.org' }, '127.0.0.15');
    for (const [path, body, from, words] of [
      ['/auth/login', login(0), '127.0.0.13', '这个账号登录失败的次数过多'],
      ['/auth/login', login(99), '127.0.0.14', '您所在的网络（同一出口地址）登录失败的次数过多，其他网络不受影响'],
      ['/auth/password/request', { email: 'city@zhudian.example.org' }, '127.0.0.15', '这个账号申请重设密码的次数过多'],
    ] as const) {
      const { status, text, retryAfter } = await answer(path, body, from);
      const [error] = (JSON.parse(text) as { errors: { message: string; extensions: { code: string; reset: string } }[] }).errors;
      expect([from, status, error?.extensions.code]).toEqual([from, 429, 'REQUESTS_EXCEEDED']);
      expect(error?.message).toContain(words);
      expect(error?.message).toMatch(/请在\d+年\d+月\d+日.*\d+[时:：]\d+.*（北京时间）之后再试/);
      expect([retryAfter > 0, retryAfter <= 900]).toEqual([true, true]);
      expect(Math.abs(new Date(error?.extensions.reset ?? '').getTime() - Date.now() - retryAfter * 1000)).toBeLessThan(5000);
    }
  });
});

describe('an answer', () => {
  it('is taken by a browser as what it says it is, with a proxy or without', async () => {
    for (const path of ['/server/ping', '/zhudian/health', '/admin', '/items/visits']) {
      const { headers } = await fetch(new URL(path, url()));
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'strict-origin-when-cross-origin']);
    }
  });

  it('that a spreadsheet opens has no formula that somebody wrote', async () => {
    const { id } = done(
      await by.city.send<{ id: string }>('POST', '/items/enterprises', { county: countyId('370811'), name: '=HYPERLINK("http://x.example","点")' }),
    );
    const { text } = await by.city.raw(`/items/enterprises?filter[id]=${id}&fields=name&export=csv`);
    expect(text).toContain(`'=HYPERLINK`);
    const { data } = await by.city.send<{ name: string }>('GET', `/items/enterprises/${id}?fields=name`);
    expect(data.name).toMatch(/^=HYPERLINK/);
  });
});

describe('settings', () => {
  it('that would put every deadline on another day, or mails off for ever, are refused at their field', async () => {
    for (const [field, value] of [
      ['timezone', 'UTC'],
      ['acknowledge_valid_days', 100_000],
      ['acknowledge_minutes', -5],
      ['escalation_repeat_minutes', 0],
      ['suspicion_days', 100_000],
    ] as const) {
      const sent = await by.city.send('PATCH', '/items/settings', { [field]: value });
      expect([field, refusedBy(sent)[0]]).toEqual([field, expect.stringMatching(`^settings.${field}.`)]);
      expect(sent.errors[0]?.extensions.field).toBe(field);
    }
  });
});
