import { expect, it } from 'vitest';
import { emptyDraft } from './emptyDraft.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { openOrStart } from './openOrStart.ts';
import type { VisitDraft } from './VisitDraft.ts';

const enterprise = { id: 'e', name: '示例化工' };
const begun = (change: Partial<VisitDraft>): VisitDraft => ({
  ...emptyDraft({ id: 'begun', client_key: 'k', enterprise, visited_on: '2026-11-24', items: [], people: [] }),
  revision: 1,
  ...change,
});
const api = { get: async () => ({ data: { data: { enterprise, items: [] } } }) } as unknown as HttpClient;

function phone(unsent: () => Promise<VisitDraft[]>) {
  const kept: string[] = [];
  const keep = async (draft: VisitDraft) => {
    kept.push(draft.id);
    return { kept: draft, taken: true };
  };
  return { kept, keeper: { unsent, keep, remember: async () => undefined, remembered: async () => undefined } };
}

it('whoever begins again goes on with what is on the phone for that enterprise and day', async () => {
  const { kept, keeper } = phone(async () => [begun({})]);
  expect(await openOrStart('e', '2026-11-24', api, keeper)).toBe('begun');
  expect(kept).toEqual([]);
});

it.each([
  ['another day', { visited_on: '2026-11-23' }],
  ['another enterprise', { enterprise: { id: 'other', name: '另一家' } }],
  ['handed in', { status: 'submitted' as const }],
])('one of %s is left alone, and a new one begun', async (_, change) => {
  const { kept, keeper } = phone(async () => [begun(change)]);
  expect(kept).toEqual([]);
  const id = await openOrStart('e', '2026-11-24', api, keeper);
  expect(id).not.toBe('begun');
  expect(kept).toEqual([id]);
});

it('a phone that keeps nothing begins all the same', async () => {
  const { kept, keeper } = phone(async () => await Promise.reject(new Error('no storage')));
  expect(await openOrStart('e', '2026-11-24', api, keeper)).toBe(kept[0]);
});

it('one that a partner has begun on the same day is gone on with, and no second one made', async () => {
  const { kept, keeper } = phone(async () => []);
  const get = async (path: string) => ({ data: { data: path === '/items/visits' ? [{ id: 'theirs' }] : { enterprise, items: [] } } });
  expect(await openOrStart('e', '2026-11-24', { ...api, get }, keeper)).toBe('theirs');
  expect(kept).toEqual([]);
});
