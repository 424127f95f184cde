import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../support/Api.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

/** Requests as a phone that loses its signal, a broken program or somebody hostile sends them: each is told, and the server goes on for all. */
const test = useTestStack();
let world: RuleWorld;
const bearer: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  world = await ruleWorld(test);
  const { config, secrets } = test.stack;
  const logIn = async (email: string, password: string): Promise<Record<string, string>> => {
    const { data } = await new Api(config.urls.directus, null).send<{ access_token: string }>('POST', '/auth/login', { email, password });
    return { authorization: `Bearer ${data.access_token}` };
  };
  bearer['stranger'] = {};
  for (const role of ['inspector', 'county'] as const) bearer[role] = await logIn(`${role}@zhudian.example.org`, secrets.demoPasswords[role]);
  bearer['administrator'] = await logIn('admin@zhudian.example.org', secrets.adminPassword);
}, 600_000);

/** A file without the end of its form. */
const torn = (type: string, name: string): string =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\nabc`;

const DOORS = [
  ['POST', '/files', 'image/png', 'a.png'],
  ['POST', '/files', 'application/pdf', 'a.pdf'],
  ['PATCH', '/files/00000000-0000-4000-8000-000000000000', 'image/png', 'a.png'],
  ['POST', '/utils/import/enterprises', 'text/csv', 'a.csv'],
  ['POST', '/utils/import/enterprises', 'application/json', 'a.json'],
  ['POST', '/zhudian/roster/import', 'text/csv', 'a.csv'],
] as const;
const ROLES = ['stranger', 'inspector', 'county', 'administrator'] as const;

describe.each(ROLES)('an upload of %s that breaks off', (role) => {
  it.each(DOORS)('%s %s (%s) is refused, and nobody else is disturbed', { timeout: 120_000 }, async (method, path, type, name) => {
    const before = test.stack.directus.pid;
    const headers = { ...bearer[role], 'content-type': 'multipart/form-data; boundary=x' };
    // Without its end, in one piece and in two.
    const answer = await fetch(new URL(path, test.stack.config.urls.directus), { method, headers, body: torn(type, name) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    await cut(method, path, headers, torn(type, name));
    expect((await fetch(new URL('/server/ping', test.stack.config.urls.directus))).status).toBe(200);
    expect(test.stack.directus.pid).toBe(before);
  });
});

/** Promises more than it sends, and hangs up. */
async function cut(method: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  const { hostname, port } = new URL(test.stack.config.urls.directus);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const lines = Object.entries({ host: hostname, ...headers, 'content-length': String(body.length + 100_000) }).map(
    ([key, value]) => `${key}: ${value}\r\n`,
  );
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  await pause(300);
  socket.destroy();
  await pause(300);
}

describe('a value that no column takes', () => {
  it.each([
    '/items/visits?filter[visited_on][_eq]=abc',
    '/items/visits?filter[id][_eq]=abc',
    '/items/visits?filter[drills_urged][_eq]=1.5',
    '/items/visits?filter[drills_urged][_eq]=99999999999999',
    '/items/visits?filter[log][_contains]=%00',
    '/items/visits?filter[arrived_at][_eq]=0000-00-00',
    '/items/hazards?search=%00',
    '/items/visits?aggregate[sum]=log',
    '/users?filter[id][_eq]=abc',
    '/files?filter[id][_eq]=abc',
    '/presets/999999999999',
    '/notifications/999999999999999',
    '/items/%E0%A4%A',
    '/items/visits?access_token=a%00b',
  ])('%s is told as the caller’s fault, in words', async (path) => {
    const { status, errors } = await world.county.send('GET', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(errors[0]?.message).not.toMatch(/unexpected error|invalid input syntax|select "/i);
  });

  it.each([{ drills_urged: '1e3' }, { drills_urged: 99_999_999_999 }, { arrived_at: '0000-00-00' }, { visited_on: 'abc' }, { remarks: 'a\u0000b' }])(
    '%j is refused when it is written',
    async (change) => {
      const { status } = await world.inspector.send('POST', '/items/visits', world.visit(change));
      expect(status).toBeLessThan(500);
    },
  );

  it('what is there already is told in Chinese, and what was sent is not repeated', async () => {
    const row = {
      ...{ id: randomUUID(), enterprise: world.enterprise, severity: 'general', title: '消防通道堵塞', description: '东门消防通道堆放原料桶' },
      ...{ measures: '清理通道并划线', deadline: '2027-12-31', responsible_person: '李主任' },
    };
    expect((await world.city.send('POST', '/items/hazards', row)).status).toBe(200);
    const again = await world.city.send('POST', '/items/hazards', row);
    expect([again.status, again.errors[0]?.extensions.code]).toEqual([400, 'RECORD_NOT_UNIQUE']);
    expect(again.errors[0]?.message).toMatch(/^\p{Script=Han}/u);
  });
});
