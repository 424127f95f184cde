import { expect, it } from 'vitest';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { readVisit } from './readVisit.ts';

const person = (id: string, inspector: unknown) => ({ id, inspector, level: 'city', signature: null });
const visible = { id: 'e', name: '示例化工' };
const asked: string[] = [];

/** A server on which a row of another collection is hidden from whoever has left the team. */
function server(visit: Record<string, unknown>, names: unknown): HttpClient {
  asked.length = 0;
  const get: HttpClient['get'] = async (path) => {
    asked.push(path);
    if (!path.endsWith('/names')) return { data: { data: { id: 'v', visited_on: '2026-11-03', status: 'submitted', ...visit } } };
    if (names === null) throw new Error('403');
    return { data: { data: names } };
  };
  return { get } as HttpClient;
}

it('asks for the names of a visit only where its enterprise or one of its people is hidden', async () => {
  const people = [person('p1', { id: 'a', name: '甲' }), person('p2', { id: 'b', name: '乙' })];
  await readVisit(server({ enterprise: visible, inspectors: people }, null), 'v');
  expect(asked).toEqual(['/items/visits/v']);

  const names = { enterprise: visible, people: [{ id: 'p2', inspector: 'b', name: '乙' }] };
  const draft = await readVisit(server({ enterprise: null, inspectors: [people[0], person('p2', null)], team: null }, names), 'v');
  expect(asked).toEqual(['/items/visits/v', '/zhudian/visits/v/names']);
  expect(draft.enterprise).toEqual(visible);
  expect(draft.people.map(({ inspector, name }) => [inspector, name])).toEqual([
    ['a', '甲'],
    ['b', '乙'],
  ]);
});

it('shows a dash for a name that nobody tells, and the visit all the same', async () => {
  const draft = await readVisit(server({ enterprise: null, inspectors: [person('p1', null)], log: '上午看台账' }, null), 'v');
  expect([draft.enterprise.name, draft.people[0]?.name, draft.log]).toEqual(['—', '—', '上午看台账']);
});
