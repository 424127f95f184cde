import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { ACCOUNT, AccountRelay } from '../../tests/support/AccountRelay.ts';
import { ownCertificate } from '../../tests/support/ownCertificate.ts';
import { adoptNetwork } from '../stack/adoptNetwork.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { checkMailRoute } from './checkMailRoute.ts';
import type { Finding } from './Finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-relay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open: AccountRelay[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function look(settings: Record<string, string | number>): Promise<Finding | undefined> {
  const environment = Object.fromEntries(Object.entries({ ZHUDIAN_SMTP_TIMEOUT: 3000, ...settings }).map(([name, value]) => [name, String(value)]));
  return (await checkMailRoute({ config: readStackConfig(environment), secrets: undefined }))[0];
}

async function relay(...certificate: ConstructorParameters<typeof AccountRelay>): Promise<Record<string, string | number>> {
  const server = new AccountRelay(...certificate);
  open.push(server);
  // Not a loopback address by its letters, yet this machine: as strict as with a relay elsewhere.
  const there = { ZHUDIAN_SMTP_HOST: '0.0.0.0', ZHUDIAN_SMTP_PORT: await server.listen() };
  return { ...there, ZHUDIAN_SMTP_USER: ACCOUNT.user, ZHUDIAN_SMTP_PASSWORD: ACCOUNT.password };
}

it('asks for the authority of a certificate it does not know, and is content once .env names it', async () => {
  const certificate = ownCertificate(30);
  const elsewhere = await relay(certificate);
  const there = { ...elsewhere, ZHUDIAN_SMTP_HOST: 'localhost' };
  expect(await look(there)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('self-signed certificate') as string,
    remedy: expect.stringContaining('NODE_EXTRA_CA_CERTS') as string,
  });
  const file = join(folder, 'ca.pem');
  writeFileSync(file, certificate.cert);
  adoptNetwork({ NODE_EXTRA_CA_CERTS: file });
  expect(await look(there)).toEqual({
    check: 'Mail route',
    ok: true,
    detail: `localhost:${elsewhere['ZHUDIAN_SMTP_PORT']}, with TLS, logged in as zhudian`,
    remedy: undefined,
  });
  expect(await look({ ...there, ZHUDIAN_SMTP_PLAIN: 'true' })).toMatchObject({
    ok: true,
    remedy: expect.stringContaining('take ZHUDIAN_SMTP_PLAIN'),
  });
});

it('asks for the other password when the relay does not know this one, in its own words', async () => {
  const there = { ...(await relay()), ZHUDIAN_SMTP_HOST: '127.0.0.1' };
  expect(await look({ ...there, ZHUDIAN_SMTP_PASSWORD: 'wrong' })).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/535 authentication failed/) as string,
    remedy: expect.stringContaining('ZHUDIAN_SMTP_PASSWORD') as string,
  });
});

it('names the setting where a relay offers no TLS, and warns of it once it is set', async () => {
  const there = await relay();
  expect(await look(there)).toMatchObject({ ok: false, remedy: expect.stringContaining('ZHUDIAN_SMTP_PLAIN=true') as string });
  expect(await look({ ...there, ZHUDIAN_SMTP_PLAIN: 'true' })).toMatchObject({
    ok: true,
    detail: expect.stringContaining('without TLS, logged in as zhudian') as string,
    remedy: expect.stringContaining('travel in the open') as string,
  });
});

it('sees that the port is of the other kind', async () => {
  const there = await relay();
  expect(await look({ ...there, ZHUDIAN_SMTP_SECURE: 'true' })).toMatchObject({
    ok: false,
    remedy: expect.stringContaining('ZHUDIAN_SMTP_SECURE does not fit') as string,
  });
});

it('looks for host, port and firewall where nobody answers', async () => {
  expect(await look({ ZHUDIAN_SMTP_HOST: '127.0.0.1', ZHUDIAN_SMTP_PORT: 9 })).toMatchObject({
    ok: false,
    detail: expect.stringContaining('ECONNREFUSED') as string,
    remedy: expect.stringContaining('firewall') as string,
  });
});

it('finds that the relay takes mail of another sender only, before the first report does, and mails nothing', async () => {
  const there = { ...(await relay(undefined, 'zhudian@mail.gov.test')), ZHUDIAN_SMTP_HOST: '127.0.0.1' };
  const server = open.at(-1);
  expect(await look({ ...there, ZHUDIAN_MAIL_FROM: 'bangongshi@mail.gov.test' })).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/bangongshi@mail\.gov\.test.*501/) as string,
    remedy: expect.stringContaining('ZHUDIAN_MAIL_FROM') as string,
  });
  expect(await look({ ...there, ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test' })).toMatchObject({ ok: true, remedy: undefined });
  expect(server?.taken).toBe(0);
});
