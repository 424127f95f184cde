import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

const ROLES = ['city', 'county', 'inspector', 'auditor', 'automation'] as const;

const test = useTestStack();
let by: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  by = await logins(test);
}, 600_000);

const deep = (levels: number): string => '{ teams { enterprise '.repeat(levels) + '{ id }' + ' } }'.repeat(levels);
const keys = Array.from({ length: 200_000 }, (_, n) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`);

/** What asks for more than anybody reads, each in its way. */
const WORST: readonly (readonly [what: string, (who: Api) => Promise<{ status: number }>])[] = [
  ['wildcards over six relations', async (who) => await who.send('GET', '/items/visits?limit=-1&fields=*.*.*.*.*.*')],
  ['wildcards over four relations', async (who) => await who.send('GET', '/items/enterprises?limit=-1&fields=*.*.*.*')],
  [
    'lists without end in each other',
    async (who) =>
      await who.send(
        'GET',
        '/items/visits?limit=-1&fields=items.visit.items.visit.items.id&deep[items][_limit]=-1&deep[items][visit][items][_limit]=-1',
      ),
  ],
  [
    'one list many times',
    async (who) =>
      await who.send('POST', '/graphql', {
        query: `{ ${Array.from({ length: 300 }, (_, n) => `a${n}: enterprises(limit: -1) ${deep(1)}`).join(' ')} }`,
      }),
  ],
  ['a filter of 200,000 keys', async (who) => await who.send('SEARCH', '/items/visits', { query: { filter: { id: { _in: keys } } } })],
  ['reminders of the end of days', async (who) => await who.send('GET', '/zhudian/reminders?at=9999-12-31T00:00:00Z')],
];

describe.each(ROLES)('the worst that one of %s can ask for', (role) => {
  it.each(WORST)('is refused: %s', async (_, ask) => {
    const { status } = await ask(by[role]);
    expect([400, 403, 404, 413]).toContain(status);
  });
});

describe('what people ask for', () => {
  it('is answered: a whole list with its parts, as the panel and exports ask for it', async () => {
    for (const path of [
      '/items/visits?limit=-1&fields=*,enterprise.name,items.result,inspectors.inspector.name',
      '/items/hazards?limit=100&fields=*,enterprise.name,enterprise.county.name,photos_before.file.id',
      `/items/visits?limit=-1&export=csv&fields=*`,
    ]) {
      for (const role of ['city', 'county', 'auditor'] as const) expect([path, (await by[role].raw(path)).status]).toEqual([path, 200]);
    }
    expect((await by.city.send('GET', `/zhudian/reminders?at=${new Date(Date.now() + 700 * 86_400_000).toISOString()}`)).status).toBe(200);
  });

  it('is answered by GraphQL each time: what was asked for before counts for nothing', async () => {
    // More than half of what one request may ask for.
    const query = `{ ${Array.from({ length: 250 }, (_, n) => `a${n}: counties(limit: -1) { id }`).join(' ')} }`;
    for (const _ of [1, 2, 3]) expect((await by.county.graphql(query)).errors).toEqual([]);
  });

  it('is a picture in the sizes of the panel, not in any size: each would be made and kept', async () => {
    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM directus_files WHERE type LIKE 'image/%' LIMIT 1`);
    const id = rows[0]?.id ?? '';
    expect((await by.city.raw(`/assets/${id}?key=system-medium-cover`)).status).toBe(200);
    expect((await by.city.raw(`/assets/${id}?width=5999&height=5999`)).status).toBe(400);
  });
});
