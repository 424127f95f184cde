import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { ownCertificate, type OwnCertificate } from '../../tests/support/ownCertificate.ts';
import { adoptNetwork } from '../stack/adoptNetwork.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { checkPublicAddress } from './checkPublicAddress.ts';
import type { Finding } from './Finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-address-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let proxy: Server | undefined;
afterEach(() => {
  proxy?.close();
});

/** The port of a reverse proxy that answers with this status to the ping and with 404 to all else. */
async function serve(certificate: OwnCertificate, status = 200): Promise<number> {
  const server = createServer(certificate, ({ url }, response) => response.writeHead(url === '/server/ping' ? status : 404).end());
  proxy = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function trusted(days: number, age?: number): OwnCertificate {
  const certificate = ownCertificate(days, age);
  const file = join(folder, 'ca.pem');
  writeFileSync(file, certificate.cert);
  adoptNetwork({ NODE_EXTRA_CA_CERTS: file });
  return certificate;
}

async function look(publicUrl: string, production = true): Promise<Finding[]> {
  return checkPublicAddress({ config: { ...readStackConfig({}), publicUrl, production }, secrets: undefined });
}

it('is asked for in production only', async () => {
  expect(await look('http://127.0.0.1:9', false)).toEqual([]);
});

it('is well with a certificate that lasts, and a warning with one that soon ends', async () => {
  const url = `https://localhost:${await serve(trusted(60))}`;
  expect(await look(url)).toEqual([{ check: 'Public address', ok: true, detail: `${url}, certificate good for 60 more days`, remedy: undefined }]);
  proxy?.close();
  expect(await look(`https://localhost:${await serve(trusted(14))}/`)).toMatchObject([
    { ok: true, remedy: expect.stringContaining('Renew') as string },
  ]);
});

it('fails with a certificate that is over, of nobody, or of another name', async () => {
  expect(await look(`https://localhost:${await serve(trusted(-1))}`)).toMatchObject([
    { ok: false, detail: expect.stringContaining('expired') as string, remedy: expect.stringContaining('Renew') as string },
  ]);
  proxy?.close();
  expect(await look(`https://localhost:${await serve(ownCertificate(60))}`)).toMatchObject([
    { ok: false, remedy: expect.stringContaining('NODE_EXTRA_CA_CERTS') as string },
  ]);
  proxy?.close();
  expect(await look(`https://0.0.0.0:${await serve(trusted(60))}`)).toMatchObject([
    { ok: false, remedy: expect.stringContaining('ZHUDIAN_PUBLIC_URL') as string },
  ]);
});

it('fails where nobody answers, and where the proxy does but not Directus', async () => {
  expect(await look('https://127.0.0.1:9')).toMatchObject([{ ok: false, remedy: expect.stringContaining('/etc/hosts') as string }]);
  expect(await look(`https://localhost:${await serve(trusted(60), 502)}`)).toMatchObject([
    { ok: false, detail: expect.stringContaining('HTTP 502') as string, remedy: expect.stringContaining('Directus behind it') as string },
  ]);
});

it('takes a certificate that its authority makes for some hours for what it is, and warns once it is not renewed', async () => {
  // Caddy's own authority: good for 12 hours, renewed after 8.
  for (const [left, age] of [
    [0.45, 0.05],
    [0.2, 0.3],
  ] as const) {
    expect(await look(`https://localhost:${await serve(trusted(left, age))}`)).toMatchObject([
      { ok: true, detail: expect.stringMatching(left > 0.4 ? /good for 10 more hours/ : /good for 4 more hours/) as string, remedy: undefined },
    ]);
    proxy?.close();
  }
  expect(await look(`https://localhost:${await serve(trusted(0.05, 0.45))}`)).toMatchObject([
    { ok: true, remedy: expect.stringContaining('Renew') as string },
  ]);
});
