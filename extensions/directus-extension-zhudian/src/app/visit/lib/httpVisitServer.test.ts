import { expect, it } from 'vitest';
import { emptyDraft } from './emptyDraft.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { httpVisitServer } from './httpVisitServer.ts';

type Options = Parameters<HttpClient['get']>[1];
const draft = emptyDraft({ id: 'v', client_key: 'k', enterprise: { id: 'e', name: '示例化工' }, visited_on: '2026-11-24', items: [], people: [] });
const row = { id: 'v', status: 'submitted', date_updated: 'u', user_updated: null, items: [], inspectors: [], photos: [], hazards: [] };

/** A client that notes how long each request may take, and answers each with the same. */
function client(answer: () => unknown) {
  const waits: unknown[] = [];
  const one = async (options: Options): Promise<{ data: { data: unknown } }> => {
    waits.push(options?.timeout);
    return { data: { data: await answer() } };
  };
  const api: HttpClient = {
    get: async (_, options) => await one(options),
    post: async (_, __, options) => await one(options),
    patch: async (_, __, options) => await one(options),
    delete: async (_, options) => await one(options),
  };
  return { waits, server: httpVisitServer(api, 'me') };
}

it('no request waits for ever: an upload two minutes, everything else a quarter of one', async () => {
  const { waits, server } = client(() => row);
  await server.look('v');
  await server.create({});
  await server.change('v', {});
  await server.sizeOf('f');
  await server.removeFile('f');
  expect(waits).toEqual([15_000, 15_000, 15_000, 15_000, 15_000]);
  await server.upload('f', new Blob(['x']), null, draft);
  expect(waits.at(-1)).toBe(120_000);
});

it('what ran out of time is unanswered, not refused', async () => {
  const { server } = client(async () => await Promise.reject(new Error('timeout of 15000ms exceeded')));
  expect([await server.look('v'), await server.sizeOf('f'), (await server.change('v', {})).kind]).toEqual([
    'unreachable',
    'unreachable',
    'unreachable',
  ]);
});

it('tells how the visit stands, and how much of a file is there: Directus writes a long number as a text', async () => {
  expect(await client(() => row).server.look('v')).toMatchObject({ status: 'submitted', updated: 'u', ids: ['v'] });
  expect(await client(() => ({ filesize: '512' })).server.sizeOf('f')).toBe(512);
  expect(await client(() => ({ filesize: null })).server.sizeOf('f')).toBeNull();
});

it('names who changed the visit last, and nobody where that is not told', async () => {
  expect(await client(() => ({ changed_by: '刘示例' })).server.writer('v')).toBe('刘示例');
  expect(await client(() => ({ changed_by: null })).server.writer('v')).toBe('');
  expect(await client(async () => await Promise.reject(new Error('offline'))).server.writer('v')).toBe('');
});
