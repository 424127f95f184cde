import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { administratorToken } from '../../scripts/provision/administratorToken.ts';
import { directusClient } from '../../scripts/provision/directusClient.ts';
import { notePrinted } from '../../scripts/provision/notePrinted.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { done, refusedBy } from '../support/answers.ts';
import { Api } from '../support/Api.ts';
import { newLogin, newPassword } from '../support/newLogin.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

/** A password that somebody else has set opens only the door where its owner chooses one. */
const test = useTestStack();
const url = (): string => test.stack.config.urls.directus;
const enter = async (email: string, password: string): Promise<Api> => await Api.login(url(), email, password);

interface Given {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** A login as the administrator makes it, whose owner has not come yet. */
async function given(role: RoleKey, more: Readonly<Record<string, unknown>> = {}): Promise<Given> {
  const login = { email: `new-${randomUUID().slice(0, 8)}@zhudian.example.org`, password: newPassword() };
  const row = { ...login, role: roles[role].id, status: 'active', ...(role === 'county' ? { county: countyId('370811') } : {}), ...more };
  const { id } = done(await test.admin.send<{ id: string }>('POST', '/users', row));
  return { id, ...login };
}
async function chosenAt(id: string): Promise<Date | null> {
  const { rows } = await test.database.query<{ password_chosen_at: Date | null }>('SELECT password_chosen_at FROM directus_users WHERE id = $1', [
    id,
  ]);
  return rows[0]?.password_chosen_at ?? null;
}
const isRefused = async (api: Api): Promise<boolean> => {
  const { errors } = await api.send('GET', '/items/counties?limit=1');
  return errors[0]?.extensions.code === 'ZHUDIAN_PASSWORD_GIVEN';
};

/** The token in the last mail to somebody. */
const mailed = async (email: string): Promise<string> =>
  await waitFor('the mail with the link', async () => {
    const mail = test.smtp.taken.findLast(({ recipients }) => recipients.includes(email));
    return (
      /token=3D([\w.=\s-]+?)"|token=([\w.-]+)/
        .exec((mail?.raw ?? '').replace(/=\r?\n/g, ''))
        ?.slice(1)
        .find(Boolean) ?? null
    );
  });
/** Another password by the link of a mail. */
async function byMail(email: string): Promise<void> {
  const stranger = new Api(url(), null);
  expect((await stranger.send('POST', '/auth/password/request', { email })).status).toBe(204);
  expect((await stranger.send('POST', '/auth/password/reset', { token: await mailed(email), password: newPassword() })).status).toBe(204);
}

/** Doors of every kind, each of which answers at least one role otherwise. */
const SHUT: readonly (readonly [string, string, unknown?])[] = [
  ['GET', '/items/enterprises?limit=1'],
  ['GET', '/items/settings'],
  ['SEARCH', '/items/visits', { query: { limit: 1 } }],
  ['POST', '/items/hazards', { title: '罐区液位计失灵' }],
  ['PATCH', '/items/counties/x', { name: '改' }],
  ['DELETE', '/items/visits/x'],
  ['POST', '/graphql', { query: '{ enterprises { id } }' }],
  ['POST', '/graphql/system', { query: '{ users_me { id } }' }],
  ['GET', '/users?limit=1'],
  ['SEARCH', '/users', { query: { limit: 1 } }],
  ['GET', '/users/me?fields=county.name'],
  ['GET', '/users/me?fields[]=role.users.email'],
  ['PATCH', '/users/me', { email: 'x@zhudian.example.org' }],
  ['PATCH', '/users/me', { password: 'river-stone-417', language: 'en-US' }],
  ['POST', '/users/me/tfa/disable', { otp: '000000' }],
  ['GET', '/files?limit=1'],
  ['GET', '/folders'],
  ['GET', '/activity?limit=1'],
  ['GET', '/revisions?limit=1'],
  ['GET', '/roles'],
  ['GET', '/policies'],
  ['GET', '/permissions'],
  ['GET', '/schema/snapshot'],
  ['GET', '/server/specs/oas'],
  ['POST', '/comments', { collection: 'visits', item: 'x', comment: '看过' }],
  ['GET', '/notifications?fields=sender.email'],
  ['POST', '/utils/export/visits', { query: {}, format: 'csv', file: {} }],
  ['POST', '/utils/cache/clear'],
  ['GET', '/zhudian/statistics?period=2026-11'],
  ['GET', '/zhudian/coverage'],
  ['GET', '/zhudian/help/inspector'],
  ['POST', '/zhudian/suspicions/look'],
  ['GET', '/nowhere'],
];
const OPEN = [
  ...['/users/me', '/users/me?fields=*,role.id', '/server/info', '/settings', '/translations?limit=-1', '/collections', '/fields', '/relations'],
  ...['/permissions/me', '/roles/me?fields=id', '/policies/me/globals', '/presets?limit=-1', '/extensions/sources/index.js', '/auth'],
];

describe('whoever logs in with a password that somebody else has set', () => {
  it.each(['city', 'county', 'inspector', 'auditor'] as const)(
    'as %s reads their own account and loads the panel, and nothing else',
    async (role) => {
      const login = await given(role);
      const api = await enter(login.email, login.password);
      expect(done(await api.send('GET', '/users/me?fields=email,password_chosen_at'))).toEqual({ email: login.email, password_chosen_at: null });
      for (const path of OPEN) expect([path, (await api.raw(path)).status]).toEqual([path, 200]);
      for (const [method, path, body] of SHUT) {
        const { status, text } = await api.ask({ method, path, body });
        const code = (JSON.parse(text) as { errors: [{ message: string; extensions: { code: string } }] }).errors[0].extensions.code;
        expect([method, path, status, code]).toEqual([method, path, 403, 'ZHUDIAN_PASSWORD_GIVEN']);
      }
      const { errors } = await api.send('GET', '/items/enterprises');
      expect(errors[0]?.message).toMatch(/密码是由他人设置的.*\/admin\/zhudian\/first-password/);
    },
  );

  it('is as little let in as an administrator, and with the session of the panel', async () => {
    const { rows } = await test.database.query<{ role: string }>(`SELECT role FROM directus_users WHERE email = 'admin@zhudian.example.org'`);
    const login = await given('city', { role: rows[0]?.role });
    expect(await isRefused(await enter(login.email, login.password))).toBe(true);
    const entered = await fetch(new URL('/auth/login', url()), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...login, mode: 'session' }),
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const status = async (path: string, init: RequestInit = {}): Promise<number> =>
      (await fetch(new URL(path, url()), { ...init, headers: { cookie, 'content-type': 'application/json' } })).status;
    expect([await status('/users/me'), await status('/users'), await status('/items/visits')]).toEqual([200, 403, 403]);
    expect(await status('/auth/logout', { method: 'POST', body: JSON.stringify({ mode: 'session' }) })).toBe(204);
    expect(await status('/users/me')).toBe(401);
  });

  it('sees pictures of the system, and none of the work', async () => {
    const login = await given('city');
    const api = await enter(login.email, login.password);
    const { rows } = await test.database.query<{ photo: string; logo: string | null }>(
      `SELECT (SELECT signature FROM visit_inspectors WHERE signature IS NOT NULL LIMIT 1) AS photo, (SELECT project_logo FROM directus_settings) AS logo`,
    );
    const photo = `/assets/${rows[0]?.photo}`;
    expect((await test.admin.raw(photo)).status).toBe(200);
    expect((await api.raw(photo)).status).toBe(403);
    expect((await api.raw(`/assets/${rows[0]?.logo}`)).status).toBe(200);
    expect((await api.raw('/zhudian/health')).text).toBe((await new Api(url(), null).raw('/zhudian/health')).text);
  });

  it('chooses one of their own, not the same and none that is easily guessed, and may then do what their role may', async () => {
    const login = await given('county');
    const api = await enter(login.email, login.password);
    const same = await api.send('PATCH', '/users/me', { password: login.password });
    expect([same.status, refusedBy(same), same.errors[0]?.extensions.field]).toEqual([400, ['user.password.given'], 'password']);
    expect(refusedBy(await api.send('PATCH', '/users/me', { password: 'zhudian-2026-x' }))).toEqual(['user.password.weak']);
    expect(await chosenAt(login.id)).toBeNull();
    expect(await isRefused(api)).toBe(true);
    const own = newPassword();
    done(await api.send('PATCH', '/users/me', { password: own }));
    expect(await chosenAt(login.id)).toBeInstanceOf(Date);
    expect((await api.send('GET', '/items/counties?limit=1')).status).toBe(200);
    expect((await (await enter(login.email, own)).send('GET', '/zhudian/coverage')).status).toBe(200);
  });

  it('chooses it on the form of their own account as well', async () => {
    const login = await given('inspector');
    const api = await enter(login.email, login.password);
    expect(await isRefused(api)).toBe(true);
    done(await api.send('PATCH', `/users/${login.id}`, { password: newPassword() }));
    expect(await isRefused(api)).toBe(false);
  });
});

describe('a password is given again', () => {
  it('when somebody else changes it, alone or with others', async () => {
    const [one, two] = [
      await newLogin(test, { email: `a-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id }),
      await newLogin(test, { email: `b-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id }),
    ];
    expect(await isRefused(one.api)).toBe(false);
    const next = newPassword();
    done(await test.admin.send('PATCH', `/users/${one.id}`, { password: next }));
    expect(await isRefused(await enter(one.email, next))).toBe(true);
    expect(await isRefused(two.api)).toBe(false);
    done(await test.admin.send('PATCH', '/users', { keys: [one.id, two.id], data: { password: next } }));
    expect(await isRefused(await enter(two.email, next))).toBe(true);
  });

  it('when it is written past Directus', async () => {
    const one = await newLogin(test, { email: `c-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    await test.database.query(
      `UPDATE directus_users SET password = (SELECT password FROM directus_users WHERE email = 'city@zhudian.example.org') WHERE id = $1`,
      [one.id],
    );
    expect(await isRefused(await enter(one.email, test.stack.secrets.demoPasswords.city))).toBe(true);
  });

  it('and not when anything else of the login is changed', async () => {
    const one = await newLogin(test, { email: `d-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    done(await test.admin.send('PATCH', `/users/${one.id}`, { last_name: '顾', title: '审计' }));
    expect(await isRefused(one.api)).toBe(false);
  });
});

describe('whoever sets a password by a link that was mailed to them', () => {
  it('has chosen it when they had forgotten theirs; the one that was given is none', async () => {
    const login = await given('auditor');
    const stranger = new Api(url(), null);
    expect((await stranger.send('POST', '/auth/password/request', { email: login.email })).status).toBe(204);
    const token = await mailed(login.email);
    expect(refusedBy(await stranger.send('POST', '/auth/password/reset', { token, password: login.password }))).toEqual(['user.password.given']);
    expect(await isRefused(await enter(login.email, login.password))).toBe(true);
    const own = newPassword();
    expect((await stranger.send('POST', '/auth/password/reset', { token, password: own })).status).toBe(204);
    expect(await isRefused(await enter(login.email, own))).toBe(false);
  });

  it('has chosen it when they accept an invitation', async () => {
    const email = `invited-${randomUUID().slice(0, 8)}@zhudian.example.org`;
    expect((await test.admin.send('POST', '/users/invite', { email, role: roles.auditor.id })).errors).toEqual([]);
    const own = newPassword();
    const accepted = await new Api(url(), null).send('POST', '/users/invite/accept', { token: await mailed(email), password: own });
    expect(accepted.errors).toEqual([]);
    expect(await isRefused(await enter(email, own))).toBe(false);
  });
});

describe('when a password was chosen', () => {
  it('is written by nobody, neither for others nor for oneself', async () => {
    const moment = new Date().toISOString();
    const login = await given('city');
    const made = await test.admin.send('POST', '/users', {
      email: `e-${randomUUID()}@zhudian.example.org`,
      password: newPassword(),
      password_chosen_at: moment,
    });
    expect(refusedBy(made)).toEqual(['field.system']);
    for (const change of [{ password_chosen_at: moment }, { password_chosen_at: null }, { password: newPassword(), password_chosen_at: moment }])
      expect([change, refusedBy(await test.admin.send('PATCH', `/users/${login.id}`, change))]).toEqual([change, ['field.system']]);
    const city = await enter('city@zhudian.example.org', test.stack.secrets.demoPasswords.city);
    expect(refusedBy(await city.send('PATCH', '/users/me', { password_chosen_at: null }))).toEqual(['field.system']);
    expect(await chosenAt(login.id)).toBeNull();
  });

  it('is not asked of a static token, nor of a command of the machine', async () => {
    const token = `Static-${randomUUID()}`;
    await given('auditor', { token });
    expect(await isRefused(new Api(url(), token))).toBe(false);
    expect(await isRefused(new Api(url(), test.stack.secrets.automationToken))).toBe(false);
    await test.database.query(`UPDATE directus_users SET password_chosen_at = NULL WHERE email = 'admin@zhudian.example.org'`);
    try {
      expect(await isRefused(await enter('admin@zhudian.example.org', test.stack.secrets.adminPassword))).toBe(true);
      expect(await isRefused(new Api(url(), await administratorToken(test.database, test.stack.secrets)))).toBe(false);
    } finally {
      await test.database.query(`UPDATE directus_users SET password_chosen_at = now() WHERE email = 'admin@zhudian.example.org'`);
    }
  });

  it('printed passwords pass for chosen where the system is tried, and are given ones in production, at every start; a changed one is left alone', async () => {
    const { database, stack } = test;
    const directus = directusClient(url(), await administratorToken(database, stack.secrets));
    const own = await newLogin(test, { email: `f-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    const marked = async (): Promise<string[]> =>
      (
        await database.query<{ name: string }>(
          `SELECT split_part(email, '@', 1) AS name FROM directus_users WHERE password IS NOT NULL AND password_chosen_at IS NULL
             AND split_part(email, '@', 1) IN ('admin', 'city', 'county', 'inspector', 'auditor') OR id = $1 AND password_chosen_at IS NULL ORDER BY 1`,
          [own.id],
        )
      ).rows.map(({ name }) => name);
    const county = await enter('county@zhudian.example.org', stack.secrets.demoPasswords.county);
    done(await county.send('PATCH', '/users/me', { password: newPassword() }));
    expect(await marked()).toEqual([]);
    for (let start = 0; start < 2; start += 1) {
      await notePrinted(database, directus, stack.secrets, { ...stack.config, production: true });
      expect(await marked()).toEqual(['admin', 'auditor', 'city', 'inspector']);
    }
    for (let start = 0; start < 2; start += 1) {
      await notePrinted(database, directus, stack.secrets, { ...stack.config, production: false });
      expect(await marked()).toEqual([]);
    }
  });
});

describe('logins of before this was asked', () => {
  it('have chosen when the log says that their owner changed the password last, by hand or by mail; all others are asked once', async () => {
    const owner = await newLogin(test, { email: `g-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    const reset = await newLogin(test, { email: `h-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    done(await test.admin.send('PATCH', `/users/${reset.id}`, { password: newPassword() }));
    await byMail(reset.email);
    const again = await newLogin(test, { email: `i-${randomUUID().slice(0, 8)}@zhudian.example.org`, role: roles.auditor.id });
    done(await test.admin.send('PATCH', `/users/${again.id}`, { password: newPassword() }));
    const never = await given('auditor');
    const renamed = await given('auditor');
    done(await (await enter(renamed.email, renamed.password)).send('GET', '/users/me'));
    const ids = [owner.id, reset.id, again.id, never.id, renamed.id];
    // As an installation of before: without the trigger, and without a moment at any login.
    await test.database.query('DROP TRIGGER users_given_password ON directus_users');
    await test.database.query('UPDATE directus_users SET password_chosen_at = NULL WHERE id = ANY ($1)', [ids]);
    const sql = readFileSync(join(import.meta.dirname, '../../schema/sql/071-given-passwords.sql'), 'utf8');
    for (let time = 0; time < 2; time += 1) {
      await test.database.query(sql);
      expect(await Promise.all(ids.map(async (id) => (await chosenAt(id)) !== null))).toEqual([true, true, false, false, false]);
    }
    // Once the trigger is there nobody is looked up again: who was given one since is.
    done(await test.admin.send('PATCH', `/users/${owner.id}`, { password: newPassword() }));
    await test.database.query(sql);
    expect(await chosenAt(owner.id)).toBeNull();
  });
});
