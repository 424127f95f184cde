import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { KeptConnection, type KeptAnswer } from '../support/KeptConnection.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
const MB = 1024 * 1024;
let bearer: Readonly<Record<'inspector' | 'county' | 'nobody', Record<string, string>>>;

beforeAll(async () => {
  const { config, secrets } = test.stack;
  const token = async (role: 'inspector' | 'county'): Promise<Record<string, string>> => {
    const login = { email: `${role}@zhudian.example.org`, password: secrets.demoPasswords[role], mode: 'json' };
    const answer = await fetch(new URL('/auth/login', config.urls.directus), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    const { data } = (await answer.json()) as { data: { access_token: string } };
    return { authorization: `Bearer ${data.access_token}` };
  };
  bearer = { inspector: await token('inspector'), county: await token('county'), nobody: {} };
}, 600_000);

type Door = (by: KeptConnection) => Promise<KeptAnswer>;

function form(size: number, type: string, fields: Readonly<Record<string, string>> = {}, name = 'scan.pdf'): FormData {
  const made = new FormData();
  for (const [field, value] of Object.entries(fields)) made.append(field, value);
  made.append('file', new Blob([Buffer.from('%PDF-1.7\n'), randomBytes(size)], { type }), name);
  return made;
}
const json = { 'content-type': 'application/json' };
const text = (size: number): Uint8Array => Buffer.from(JSON.stringify({ log: '查'.repeat(size / 3) }));
const twice =
  (size: number): Door =>
  async (by) => {
    const id = randomUUID();
    expect((await by.sendForm('POST', '/files', bearer.inspector, form(size, 'application/pdf', { id }))).status).toBe(200);
    return await by.sendForm('POST', '/files', bearer.inspector, form(size, 'application/pdf', { id }));
  };

const DOORS: readonly (readonly [string, number, Door])[] = [
  ['the same file again, 60 kB', 400, twice(60_000)],
  ['the same file again, 657 kB', 400, twice(657_000)],
  ['the same file again, 2.5 MB', 400, twice(2.5 * MB)],
  ['a file from nobody', 403, (by) => by.sendForm('POST', '/files', bearer.nobody, form(3 * MB, 'application/pdf'))],
  ['a file under a key that is no key', 400, (by) => by.sendForm('POST', '/files', bearer.inspector, form(3 * MB, 'application/pdf', { id: 'x' }))],
  ['a file of a kind that is not taken', 400, (by) => by.sendForm('POST', '/files', bearer.inspector, form(3 * MB, 'application/x-msdownload'))],
  ['a file that is too large', 413, (by) => by.sendForm('POST', '/files', bearer.inspector, form(51 * MB, 'application/pdf'))],
  [
    'another file in place of one that is not the caller’s',
    403,
    async (by) => {
      const id = randomUUID();
      expect((await by.sendForm('POST', '/files', bearer.county, form(1000, 'application/pdf', { id }))).status).toBe(200);
      return await by.sendForm('PATCH', `/files/${id}`, bearer.inspector, form(3 * MB, 'application/pdf'));
    },
  ],
  ['a roster from an inspector', 403, (by) => by.sendForm('POST', '/zhudian/roster/import', bearer.inspector, form(3 * MB, 'text/csv', {}, 'a.csv'))],
  ['a roster from nobody', 403, (by) => by.sendForm('POST', '/zhudian/roster/import', bearer.nobody, form(3 * MB, 'text/csv', {}, 'a.csv'))],
  ['a roster that is too large', 400, (by) => by.sendForm('POST', '/zhudian/roster/import', bearer.county, form(12 * MB, 'text/csv', {}, 'a.csv'))],
  ['a visit of 3 MB from nobody', 403, (by) => by.send('POST', '/items/visits', json, text(3 * MB))],
  ['a visit of 33 MB', 400, (by) => by.send('POST', '/items/visits', { ...bearer.inspector, ...json }, text(33 * MB))],
  ['a token that is none', 401, (by) => by.sendForm('POST', '/files', { authorization: 'Bearer none' }, form(3 * MB, 'application/pdf'))],
  ['a door that is not there', 404, (by) => by.sendForm('POST', '/nowhere', bearer.inspector, form(3 * MB, 'application/pdf'))],
];

describe('a large body that is refused leaves a connection on which the next request is answered', () => {
  it.each(DOORS)('%s', { timeout: 90_000 }, async (_, status, door) => {
    const by = new KeptConnection(test.stack.config.urls.directus);
    try {
      const refused = await door(by);
      expect({ ...refused, text: refused.text.slice(0, 300) }).toMatchObject({ status });
      expect(refused.text).toContain('errors');
      expect(await by.send('GET', '/server/ping')).toEqual({ status: 200, text: 'pong' });
    } finally {
      by.close();
    }
  });
});
