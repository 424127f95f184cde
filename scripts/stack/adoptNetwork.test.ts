import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server as PlainServer } from 'node:http';
import { createServer as createSecureServer, type Server } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownCertificate } from '../../tests/support/ownCertificate.ts';
import { adoptNetwork } from './adoptNetwork.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-network-'));
const [own, other] = [ownCertificate(30), ownCertificate(30)];
let server: Server;
let proxy: PlainServer;
const asked: string[] = [];
const portOf = (one: Server | PlainServer): number => (one.address() as AddressInfo).port;

beforeAll(async () => {
  server = createSecureServer(own, (_request, response) => response.end('pong'));
  // A proxy that leads every way to itself.
  proxy = createServer((request, response) => response.end(`${request.url} of ${request.headers.host}`));
  proxy.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    const way = connect(portOf(proxy), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      way.pipe(socket).pipe(way);
    });
  });
  for (const one of [server, proxy]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  proxy.close();
  rmSync(folder, { recursive: true, force: true });
});

const pong = async (): Promise<string> => (await fetch(`https://localhost:${portOf(server)}/`)).text();

it('trusts every certificate of the file that .env names, and does without one that is not there', async () => {
  adoptNetwork({ NODE_EXTRA_CA_CERTS: join(folder, 'missing.pem') });
  await expect(pong()).rejects.toThrow();
  writeFileSync(join(folder, 'own.pem'), `${other.cert}${own.cert}`);
  adoptNetwork({ NODE_EXTRA_CA_CERTS: join(folder, 'own.pem') });
  expect(await pong()).toBe('pong');
});

it('goes out by the proxy where Node is told to, and never to this machine itself', async () => {
  adoptNetwork({ HTTP_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NODE_USE_ENV_PROXY: '1' });
  expect(await (await fetch('http://robot.city.example/send')).text()).toBe('/send of robot.city.example');
  expect(await (await fetch(`http://127.0.0.1:${portOf(proxy)}/ping`)).text()).toMatch(/^\/ping of 127/);
  expect(asked).toEqual(['robot.city.example:80']);
});
