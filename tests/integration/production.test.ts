import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTION_FILE } from '../../scripts/production/productionMark.ts';
import { demoUsers } from '../../scripts/provision/demoUsers.ts';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { Stack } from '../../scripts/stack/Stack.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { Api } from '../support/Api.ts';
import { FaultySmtp } from '../support/FaultySmtp.ts';
import { relayPort, testConfig } from '../support/testConfig.ts';

/** What an IT person does to one data folder, in this order: each test goes on from the one before. */
const ADMIN = 'guanli@zhudian.example.net';
const office = {
  ZHUDIAN_ENV: 'production',
  ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.gov.test',
  ZHUDIAN_MAIL_FROM: 'zhudian@city.gov.test',
  ZHUDIAN_ADMIN_EMAIL: ADMIN,
};
let dataDir = '';
let base = 0;
let smtp: FaultySmtp;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhudian-office-'));
  base = await freePortBase();
  smtp = new FaultySmtp(relayPort(base));
  await smtp.listen();
});
afterAll(async () => {
  await smtp.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

const start = async (settings: Record<string, string>): Promise<Stack> => startStack(testConfig(dataDir, base, settings));

async function database(stack: Stack, sql: string): Promise<unknown[]> {
  const client = await stack.connect('directus');
  return (await client.query<Record<string, unknown>>(sql).finally(() => client.end())).rows;
}

/** Works on the database of a stopped installation. */
async function onDatabase<T>(work: (query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T> {
  const stack = await Stack.open(testConfig(dataDir, base, office));
  try {
    await stack.postgres.start();
    const client = await stack.connect('directus');
    return await work(async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows).finally(() => client.end());
  } finally {
    await stack.close();
  }
}

const demoLogins = async (): Promise<unknown[]> =>
  onDatabase((query) => query('SELECT email FROM directus_users WHERE email = ANY ($1)', [demoUsers.map(({ email }) => email)]));

it('an office’s first start makes no demo, and its administrator has the office’s address and chooses a password before all else', async () => {
  const stack = await start(office);
  try {
    const { directus } = stack.config.urls;
    const answer = await fetch(`${directus}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: ADMIN, password: stack.secrets.adminPassword }),
    });
    expect(answer.status).toBe(200);
    const admin = await Api.login(directus, ADMIN, stack.secrets.adminPassword);
    const refused = await admin.send<unknown>('GET', '/items/enterprises');
    expect(JSON.stringify(refused)).toContain('ZHUDIAN_PASSWORD_GIVEN');
    const old = await fetch(`${directus}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@zhudian.example.org', password: stack.secrets.adminPassword }),
    });
    expect(old.status).toBe(401);
    const health = await fetch(`${directus}/zhudian/health`, { headers: { authorization: `Bearer ${stack.secrets.automationToken}` } });
    const { data } = (await health.json()) as { data: { version: string } };
    expect(data.version).toMatch(/^\d+\.\d+\.\d+, schema \d+/);
    const [settings] = (await database(stack, 'SELECT project_owner FROM directus_settings')) as { project_owner: string }[];
    expect(settings?.project_owner).toBe(ADMIN);

    await fetch(`${directus}/auth/password/request`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: ADMIN }),
    });
    await expect.poll(() => smtp.taken.length, { timeout: 20_000 }).toBe(1);
    const mail = await simpleParser(smtp.taken[0]?.raw ?? '');
    expect(mail.from?.value[0]?.address).toBe(office.ZHUDIAN_MAIL_FROM);
    expect(mail.subject).toBe('【驻点监督】重设密码');
    expect(mail.html).toContain('请打开下面的链接设置新密码');
    expect(mail.html).toContain(`${office.ZHUDIAN_PUBLIC_URL}/admin/reset-password?token=`);
    expect(mail.html).not.toMatch(/password for|Reset Your Password/);
    const { data: info } = (await (
      await fetch(`${directus}/server/info`, { headers: { authorization: `Bearer ${stack.secrets.automationToken}` } })
    ).json()) as {
      data: { setupCompleted?: boolean };
    };
    expect(info.setupCompleted).toBe(true);
  } finally {
    await stack.close();
  }
  expect(await demoLogins()).toEqual([]);
});

it('started without its settings, by a lost .env, it is refused and nothing comes in; without its mark as well', async () => {
  await expect(start({})).rejects.toThrow(/data folder of an office/);
  await expect(start({ ZHUDIAN_ENV: 'drill' })).rejects.toThrow(/data folder of an office/);
  await rm(join(dataDir, PRODUCTION_FILE));
  await expect(start({})).rejects.toMatchObject({
    message: expect.stringMatching(/database in .* is an office's/) as string,
    remedy: expect.stringContaining('ZHUDIAN_ENV=production') as string,
  });
  expect(await demoLogins()).toEqual([]);
});

it('is not started by a version from before the one that brought it up to date; by an equal one it is', async () => {
  await onDatabase((query) => query('UPDATE zhudian_installation SET level = level + 1'));
  await expect(start(office)).rejects.toMatchObject({
    message: expect.stringMatching(/later version \(.*schema \d+/) as string,
    remedy: expect.stringContaining('backup') as string,
  });
  const applied = await onDatabase(async (query) => {
    await query("UPDATE zhudian_installation SET level = level - 1, version = '99.0.0'");
    return (await query('SELECT max(applied_at) AS at FROM zhudian_migrations'))[0];
  });
  await expect(start(office)).rejects.toThrow(/99\.0\.0/);
  await onDatabase(async (query) => {
    expect((await query('SELECT max(applied_at) AS at FROM zhudian_migrations'))[0]).toEqual(applied);
    await query("UPDATE zhudian_installation SET version = '0.0.1', level = level - 1");
  });
});

it('in which a start without settings once made the demo’s logins, starts again with these archived and their sessions ended', async () => {
  await onDatabase((query) =>
    query(
      `INSERT INTO directus_users (id, email, status, token) SELECT gen_random_uuid(), email, 'active', 'token-' || email FROM unnest($1::text[]) email`,
      [demoUsers.map(({ email }) => email)],
    ),
  );
  const stack = await start(office);
  await stack.close();
  await onDatabase(async (query) => {
    expect(
      await query("SELECT DISTINCT status, token FROM directus_users WHERE email LIKE '%@zhudian.example.org' AND email NOT LIKE 'automation@%'"),
    ).toEqual([{ status: 'archived', token: null }]);
    const [kept] = await query('SELECT level, version, production_since IS NOT NULL AS office FROM zhudian_installation');
    expect(kept).toMatchObject({ office: true });
    expect(kept?.['version']).not.toBe('0.0.1');
  });
});

it('is tried in a drill without its mark, mails nobody, and is then no office’s any more', async () => {
  await rm(join(dataDir, PRODUCTION_FILE));
  const stack = await start({ ...office, ZHUDIAN_ENV: 'drill' });
  const { env } = stack.directus.spec;
  await stack.close();
  expect(env).toMatchObject({ ZHUDIAN_SMTP_HOST: '127.0.0.1', ZHUDIAN_SMTP_PORT: String(base + 8), EMAIL_SMTP_PORT: String(base + 8) });
  await expect(start(office)).rejects.toThrow(/drill/);
});
