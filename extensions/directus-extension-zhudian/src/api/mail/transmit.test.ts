import { createServer, type AddressInfo, type Server } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '@zhudian/host/config.ts';
import { ACCOUNT, AccountRelay } from '../../../../../tests/support/AccountRelay.ts';
import { FaultySmtp } from '../../../../../tests/support/FaultySmtp.ts';
import { ownCertificate } from '../../../../../tests/support/ownCertificate.ts';
import { transmit } from './transmit.ts';

const RAW = Buffer.from(`Message-ID: <1@city.example>\r\nX-Zhudian-Key: k\r\n\r\n${'a line of text\r\n'.repeat(20_000)}`);
const TO = ['office@city.example'];
const begin = async (): Promise<boolean> => Promise.resolve(true);

const config = (port: number, times: Partial<Config>): Config =>
  ({
    ZHUDIAN_SMTP_HOST: '127.0.0.1',
    ZHUDIAN_SMTP_PORT: port,
    ZHUDIAN_SMTP_SECURE: false,
    ZHUDIAN_SMTP_PLAIN: false,
    ZHUDIAN_SMTP_USER: '',
    ZHUDIAN_MAIL_FROM: 'zhudian@zhudian.example',
    ZHUDIAN_SMTP_TIMEOUT: 2000,
    ZHUDIAN_SMTP_ANSWER_TIMEOUT: 30_000,
    ...times,
  }) as Config;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('a relay', () => {
  let relay: FaultySmtp;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    relay = new FaultySmtp(port);
    await relay.listen();
  });
  afterAll(async () => {
    await relay.close();
  });

  it('may think about the message for longer than it may be silent before, and gets it once and whole', async () => {
    relay.mood = 'slow';
    expect(await transmit(RAW, TO, begin, config(port, {}))).toMatchObject({ kind: 'accepted', accepted: TO });
    expect(relay.taken.map(({ raw }) => raw.length)).toEqual([RAW.length]);
  });

  it('that never answers is given up after its time', async () => {
    relay.mood = 'hang';
    expect(await transmit(RAW, TO, begin, config(port, { ZHUDIAN_SMTP_ANSWER_TIMEOUT: 300 }))).toMatchObject({ kind: 'unknown' });
  });

  it('that takes it for nobody is quoted for each address, and has refused only where it did so for all', async () => {
    relay.unknown.add('gone@city.example');
    relay.full.add('full@city.example');
    const gone = 'gone@city.example: 550 no such user';
    const full = 'full@city.example: 452 mailbox full';
    expect(await transmit(RAW, ['gone@city.example'], begin, config(port, {}))).toEqual({ kind: 'refused', error: gone });
    const both = await transmit(RAW, ['full@city.example', 'gone@city.example'], begin, config(port, {}));
    expect(both).toEqual({ kind: 'deferred', error: `${full}\n${gone}` });
  });

  it('that takes it for one gets it, and is quoted for the others', async () => {
    relay.mood = 'accept';
    relay.unknown.add('gone@city.example');
    relay.full.add('full@city.example');
    expect(await transmit(RAW, ['full@city.example', ...TO, 'gone@city.example'], begin, config(port, {}))).toMatchObject({
      ...{ kind: 'accepted', accepted: TO },
      deferred: [{ address: 'full@city.example', answer: '452 mailbox full' }],
      refused: [{ address: 'gone@city.example', answer: '550 no such user' }],
    });
  });
});

describe('a relay that asks for a log-in', () => {
  /** This machine, by an address that is not loopback to the eye: what holds for a relay elsewhere holds here. */
  const ELSEWHERE = '0.0.0.0';
  let relay: AccountRelay;
  const account = async (more: Partial<Config>): Promise<Config> =>
    config(await relay.listen(), { ZHUDIAN_SMTP_USER: ACCOUNT.user, ZHUDIAN_SMTP_PASSWORD: ACCOUNT.password, ...more });
  afterEach(async () => {
    await relay.close();
  });

  it('over an open line is not told the password, and the ledger says what to set', async () => {
    relay = new AccountRelay();
    const outcome = await transmit(RAW, TO, begin, await account({ ZHUDIAN_SMTP_HOST: ELSEWHERE }));
    expect(outcome).toEqual({ kind: 'deferred', error: expect.stringMatching(/0\.0\.0\.0 不提供 TLS[^]*ZHUDIAN_SMTP_PLAIN=true/) as string });
    expect(relay).toMatchObject({ logins: [], taken: 0 });
  });

  it('is told it over an open line where somebody said so, and on this machine itself', async () => {
    relay = new AccountRelay();
    expect(await transmit(RAW, TO, begin, await account({ ZHUDIAN_SMTP_HOST: ELSEWHERE, ZHUDIAN_SMTP_PLAIN: true }))).toMatchObject({
      kind: 'accepted',
    });
    await relay.close();
    relay = new AccountRelay();
    expect(await transmit(RAW, TO, begin, await account({}))).toMatchObject({ kind: 'accepted' });
    expect(relay).toMatchObject({ logins: [{ user: ACCOUNT.user, isSecure: false }], taken: 1 });
  });

  it('is told it in TLS where it offers that', async () => {
    const certificate = ownCertificate(1);
    setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
    relay = new AccountRelay(certificate);
    expect(await transmit(RAW, TO, begin, await account({ ZHUDIAN_SMTP_HOST: 'localhost' }))).toMatchObject({ kind: 'accepted' });
    expect(relay.logins).toEqual([{ user: ACCOUNT.user, isSecure: true }]);
  });

  it('gets nothing when its certificate is of nobody this machine knows', async () => {
    relay = new AccountRelay(ownCertificate(1));
    expect(await transmit(RAW, TO, begin, await account({}))).toMatchObject({
      kind: 'deferred',
      error: expect.stringContaining('self-signed certificate') as string,
    });
    expect(relay).toMatchObject({ logins: [], taken: 0 });
  });
});

describe('before the message is on its way', () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 hello\r\n');
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    silent.close();
  });

  it('silence is soon a failure, and surely one', async () => {
    const began = performance.now();
    expect(await transmit(RAW, TO, begin, config((silent.address() as AddressInfo).port, {}))).toMatchObject({ kind: 'deferred' });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
