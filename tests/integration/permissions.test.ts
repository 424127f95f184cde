import { beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../schema/access/access.ts';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { readSnapshot } from '../../scripts/schema/readSnapshot.ts';
import type { ApiError } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { fixtures } from '../support/permissions/fixtures.ts';
import { hiddenFields, hides } from '../support/permissions/hiddenFields.ts';
import { mayDo } from '../support/permissions/mayDo.ts';
import { PLACES } from '../support/permissions/Place.ts';
import { World, type WorldRow } from '../support/permissions/World.ts';
import { useTestStack } from '../support/useTestStack.ts';

/**
 * The table of `schema/access` against every interface of Directus: each role and a stranger, each collection, rows of the own
 * enterprise, of a neighbour's in the same county and of another county, in every state that makes a difference.
 */
const callers: Caller[] = [...(Object.keys(roles) as RoleKey[]), 'stranger'];
const collections = Object.keys(fixtures);
const relations = readSnapshot().relations.filter(
  ({ collection, related_collection }) => collection in fixtures && String(related_collection) in fixtures,
);

const test = useTestStack();
let world: World;
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
  world = await World.build(test);
}, 600_000);

const rowsOf = (collection: string): WorldRow[] => world.rows.filter((row) => row.collection === collection);
const named = ({ place, state }: { place: string; state: string }): string => [place, state].filter(Boolean).join(' ');

/** Holds each row's answer against the table; every row that differs is named. */
async function compare(caller: Caller, collection: string, shows: (row: WorldRow) => Promise<boolean>): Promise<void> {
  const expected: Record<string, boolean> = {};
  const seen: Record<string, boolean> = {};
  for (const row of rowsOf(collection)) {
    expected[named(row)] = mayDo(caller, 'read', row);
    seen[named(row)] = await shows(row);
  }
  expect(seen).toEqual(expected);
}

const only = (id: string): string => `filter=${encodeURIComponent(JSON.stringify({ id: { _eq: id } }))}`;

describe('the table', () => {
  it('names every collection of the data model that has rows', () => {
    const known = readSnapshot()
      .collections.filter(({ schema }) => schema)
      .map(({ collection }) => collection);
    expect(Object.keys(access).sort()).toEqual(known.sort());
    expect([...collections, 'settings'].sort()).toEqual(known.sort());
  });
});

describe.each(callers)('%s reads', (caller) => {
  it.each(collections)('%s: in lists', async (collection) => {
    await compare(caller, collection, async ({ id }) => {
      const { data } = await apis[caller].send<{ id: string }[]>('GET', `/items/${collection}?${only(id)}&fields=id`);
      return Array.isArray(data) && data.some((one) => one.id === id);
    });
  });

  it.each(collections)('%s: one by one, where a hidden row and a missing one are told alike', async (collection) => {
    const missing = await apis[caller].send('GET', `/items/${collection}/00000000-0000-4000-8000-000000000000`);
    await compare(caller, collection, async ({ id }) => {
      const { status, errors } = await apis[caller].send('GET', `/items/${collection}/${id}`);
      if (status !== 200) {
        expect([status, errors[0]?.message]).toEqual([missing.status, missing.errors[0]?.message]);
      }
      return status === 200;
    });
  });

  it.each(collections)('%s: in sums', async (collection) => {
    await compare(caller, collection, async ({ id }) => {
      const { data } = await apis[caller].send<{ count: number | string }[]>('GET', `/items/${collection}?aggregate[count]=*&${only(id)}`);
      return Array.isArray(data) && Number(data[0]?.count) > 0;
    });
  });

  it.each(collections)('%s: in the counts of a list', async (collection) => {
    await compare(caller, collection, async ({ id }) => {
      const { status, text } = await apis[caller].raw(`/items/${collection}?limit=0&meta=filter_count&${only(id)}`);
      return status === 200 && (JSON.parse(text) as { meta: { filter_count: number } }).meta.filter_count > 0;
    });
  });

  it.each(collections)('%s: by search', async (collection) => {
    const { secret } = fixtures[collection] ?? {};
    if (!secret) return;
    await compare(caller, collection, async ({ id, columns }) => {
      const text = typeof columns[secret] === 'string' ? columns[secret] : '';
      const { data } = await apis[caller].send<{ id: string }[]>(
        'GET',
        `/items/${collection}?fields=id&limit=-1&search=${encodeURIComponent(text)}&${only(id)}`,
      );
      return Array.isArray(data) && data.length > 0;
    });
  });

  it.each(collections)('%s: as a file', async (collection) => {
    await compare(caller, collection, async ({ id }) => {
      const { status, text } = await apis[caller].raw(`/items/${collection}?${only(id)}&fields=id&export=csv`);
      return status === 200 && text.includes(id);
    });
  });

  it.each(collections)('%s: by GraphQL, lists and sums', async (collection) => {
    await compare(caller, collection, async ({ id }) => {
      const filter = `(filter: { id: { _eq: "${id}" } })`;
      const { data } = await apis[caller].graphql(`{ rows: ${collection}${filter} { id } }`);
      const { data: sums } = await apis[caller].graphql(`{ sums: ${collection}_aggregated${filter} { count { id } } }`);
      const listed = Array.isArray(data?.rows) && data.rows.length > 0;
      const counted = Array.isArray(sums?.sums) && ((sums.sums[0] as { count: { id: number } } | undefined)?.count.id ?? 0) > 0;
      expect(counted).toBe(listed);
      return listed;
    });
  });
});

describe.each(callers)('%s through other rows', (caller) => {
  it.each(relations.map(({ collection, field, related_collection }) => [collection, field, String(related_collection)] as const))(
    '%s.%s sees no %s that is hidden, neither by reading nor by guessing',
    async (collection, field, parent) => {
      const wrong: string[] = [];
      for (const row of rowsOf(collection)) {
        if (!mayDo(caller, 'read', row)) continue;
        const key = row.columns[field];
        const above = world.rows.find((one) => one.collection === parent && one.id === key);
        if (!above) continue;
        const visible = mayDo(caller, 'read', above);
        const { data } = await apis[caller].send<Record<string, { id?: string } | string | null> | undefined>(
          'GET',
          `/items/${collection}/${row.id}?fields=${field}.id`,
        );
        const shown = typeof data?.[field] === 'object' && data[field]?.id === above.id;
        if (shown !== visible) wrong.push(`${named(row)}: ${visible ? 'does not show' : 'shows'} its ${parent}`);
        const guess = encodeURIComponent(JSON.stringify({ _and: [{ id: { _eq: row.id } }, { [field]: { id: { _eq: above.id } } }] }));
        const { data: guessed } = await apis[caller].send<unknown[]>('GET', `/items/${collection}?filter=${guess}`);
        const told = Array.isArray(guessed) && guessed.length > 0;
        if (told && !visible) wrong.push(`${named(row)}: a filter on ${field}.id tells of a hidden ${parent}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(
    relations
      .filter(({ meta }) => meta.one_field)
      .map(({ collection, meta, related_collection }) => [String(related_collection), String(meta.one_field), collection] as const),
  )('%s.%s lists no %s that is hidden, and all that are not', async (parent, field, child) => {
    const wrong: string[] = [];
    for (const row of rowsOf(parent)) {
      if (!mayDo(caller, 'read', row)) continue;
      const deep = encodeURIComponent(JSON.stringify({ [field]: { _limit: -1 } }));
      const { data } = await apis[caller].send<Record<string, { id: string }[] | undefined> | undefined>(
        'GET',
        `/items/${parent}/${row.id}?fields=${field}.id&deep=${deep}`,
      );
      const listed = new Set((data?.[field] ?? []).map((one) => one.id));
      for (const below of rowsOf(child)) {
        const hangsHere = Object.values(below.columns).includes(row.id);
        const expected = hangsHere && mayDo(caller, 'read', below) && !(caller !== 'stranger' && hides(caller, parent, field));
        if (listed.has(below.id) !== expected) wrong.push(`${named(row)} ${expected ? 'does not list' : 'lists'} ${child} ${named(below)}`);
      }
      const hidden = rowsOf(child).find((below) => Object.values(below.columns).includes(row.id) && !mayDo(caller, 'read', below));
      if (!hidden) continue;
      const guess = encodeURIComponent(JSON.stringify({ _and: [{ id: { _eq: row.id } }, { [field]: { id: { _eq: hidden.id } } }] }));
      const { data: guessed } = await apis[caller].send<unknown[]>('GET', `/items/${parent}?filter=${guess}`);
      if (Array.isArray(guessed) && guessed.length > 0) wrong.push(`${named(row)}: a filter on ${field} tells of a hidden ${child}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.keys(roles) as RoleKey[])('%s and the fields that are hidden from it', (role) => {
  it.each(collections)('%s: neither read, nor filtered, sorted, grouped or summed by', async (collection) => {
    for (const field of hiddenFields(role, collection)) {
      const filter = encodeURIComponent(JSON.stringify({ [field]: { _nnull: true } }));
      for (const query of [
        `fields=${field}`,
        `filter=${filter}`,
        `sort=${field}`,
        `groupBy[]=${field}&aggregate[count]=*`,
        `aggregate[max]=${field}`,
      ]) {
        const { status, text } = await apis[role].raw(`/items/${collection}?${query}`);
        expect([query, status], text).toEqual([query, 403]);
      }
    }
  });
});

describe.each(callers)('%s writes', (caller) => {
  it.each(collections.filter((collection) => fixtures[collection]?.create))('%s: new ones', async (collection) => {
    const { expected, seen } = await tally(caller, 'create', collection, async (place, state) => {
      const restore = await world.makeRoom(collection, place);
      const payload = world.payload(collection, place, state);
      const { status, errors } = await apis[caller].send('POST', `/items/${collection}`, payload);
      const written = await world.exists(collection, payload.id);
      if (written) await world.remove(collection, payload.id);
      await restore();
      expect(written).toBe(status === 200 || status === 204);
      return written ? 'written' : refusal(status, errors, true);
    });
    expect(seen).toEqual(expected);
  });

  it.each(collections.filter((collection) => fixtures[collection]?.change))('%s: changes', async (collection) => {
    const { expected, seen } = await tally(caller, 'update', collection, async (place, state) => {
      const row = collection === 'counties' ? rowsOf('counties').find((one) => one.place === place) : await roomFor(collection, place, state);
      if (!row) throw new Error(`no row of ${collection} at ${place}`);
      const { status, errors } = await apis[caller].send(
        'PATCH',
        `/items/${collection}/${row.id}`,
        fixtures[collection]?.change?.(state, row.columns, caller),
      );
      if (collection !== 'counties') await world.remove(collection, row.id);
      await restoreRoom();
      return status === 200 || status === 204 ? 'written' : refusal(status, errors, mayDo(caller, 'read', row));
    });
    expect(seen).toEqual(expected);
  });

  it.each(collections.filter((collection) => collection !== 'counties'))('%s: deletions', async (collection) => {
    const { expected, seen } = await tally(caller, 'delete', collection, async (place, state) => {
      const row = await roomFor(collection, place, state);
      const { status, errors } = await apis[caller].send('DELETE', `/items/${collection}/${row.id}`);
      const gone = !(await world.exists(collection, row.id));
      await world.remove(collection, row.id);
      await restoreRoom();
      expect(gone).toBe(status === 204);
      return gone ? 'written' : refusal(status, errors, mayDo(caller, 'read', row));
    });
    expect(seen).toEqual(expected);
  });
});

describe.each(callers)('%s and files', (caller) => {
  it('sees a photo, in lists, alone and as a picture, exactly when it sees the visit', async () => {
    for (const place of PLACES) {
      const visible = mayDo(caller, 'read', { collection: 'visits', place, state: 'submitted' });
      const id = world.file(place);
      const { data } = await apis[caller].send<unknown[]>('GET', `/files?${only(id)}`);
      const one = await apis[caller].raw(`/files/${id}`);
      const asset = await apis[caller].raw(`/assets/${id}`);
      const thumbnail = await apis[caller].raw(`/assets/${id}?key=system-small-cover`);
      expect([place, Array.isArray(data) && data.length > 0, one.status, asset.status, thumbnail.status]).toEqual(
        visible ? [place, true, 200, 200, 200] : [place, false, 403, 403, 403],
      );
    }
  });

  it('neither replaces nor deletes a file of somebody else', async () => {
    if (caller === 'city') return; // the city keeps the files
    for (const place of PLACES) {
      expect((await apis[caller].send('PATCH', `/files/${world.file(place)}`, { title: '改名' })).status).toBe(403);
      expect((await apis[caller].send('DELETE', `/files/${world.file(place)}`)).status).toBe(403);
    }
  });
});

describe.each(callers)("%s and Directus's own records", (caller) => {
  const overseer = caller === 'city' || caller === 'auditor';

  it.each(['revisions', 'activity'])('%s: what was changed is told to those who see everything, and to nobody else', async (kind) => {
    for (const place of PLACES) {
      const visit = world.rows.find((row) => row.collection === 'visits' && row.place === place && row.state === 'draft');
      expect((await test.admin.send('PATCH', `/items/visits/${visit?.id}`, { remarks: `补充${caller}${kind}` })).status).toBe(200);
      const filter = encodeURIComponent(JSON.stringify({ _and: [{ collection: { _eq: 'visits' } }, { item: { _eq: visit?.id } }] }));
      const { data } = await apis[caller].send<unknown[]>('GET', `/${kind}?filter=${filter}`);
      expect([place, Array.isArray(data) && data.length > 0]).toEqual([place, overseer]);
    }
  });

  it('shares nothing by link', async () => {
    for (const { collection, id } of rowsOf('visits')) {
      expect((await apis[caller].send('POST', '/shares', { collection, item: id })).status).toBe(403);
    }
  });

  it('comments only on what it sees in the panel', async () => {
    const panel = caller !== 'automation' && caller !== 'stranger';
    for (const row of rowsOf('visits')) {
      const { status } = await apis[caller].send('POST', '/comments', { collection: 'visits', item: row.id, comment: '看过' });
      expect([named(row), status]).toEqual([named(row), panel && mayDo(caller, 'read', row) ? 200 : 403]);
    }
  });

  it('knows the people it works with, and no more', async () => {
    const { data } = await apis[caller].send<{ email: string }[]>('GET', '/users?fields=email&sort=email&limit=-1');
    const seen = (Array.isArray(data) ? data : []).map(({ email }) => email.split('@')[0]);
    const everybody = ['admin', 'auditor', 'automation', 'city', 'county', 'inspector'];
    const expected = { city: everybody, auditor: everybody, county: ['county'], inspector: ['inspector'], automation: ['automation'], stranger: [] };
    expect(seen).toEqual(expected[caller]);
  });

  it.each(['permissions', 'policies', 'roles', 'flows', 'webhooks', 'access'])('%s: changes nothing of the set-up', async (kind) => {
    const { status } = await apis[caller].send('POST', `/${kind}`, { name: '改', collection: 'visits', action: 'read' });
    expect([403, 404]).toContain(status);
  });

  it('reads the settings as the table says', async () => {
    const { status } = await apis[caller].send('GET', '/items/settings');
    expect(status).toBe(mayDo(caller, 'read', { collection: 'settings', place: 'mine', state: '' }) ? 200 : 403);
    const changed = await apis[caller].send('PATCH', '/items/settings', { report_due_day: 30 });
    expect(changed.status).toBe(mayDo(caller, 'update', { collection: 'settings', place: 'mine', state: '' }) ? 200 : 403);
  });
});

let restoreRoom: () => Promise<void> = async () => undefined;
async function roomFor(collection: string, place: WorldRow['place'], state: string): Promise<WorldRow> {
  restoreRoom = await world.makeRoom(collection, place);
  return await world.throwaway(collection, place, state);
}

/** A refusal names its reason: the permission, or the rule behind it; of a hidden row nothing but that it is none of theirs. */
function refusal(status: number, errors: readonly ApiError[], visible: boolean): string {
  expect(visible ? [400, 403] : [403], JSON.stringify(errors)).toContain(status);
  return 'refused';
}

async function tally(
  caller: Caller,
  action: 'create' | 'update' | 'delete',
  collection: string,
  attempt: (place: WorldRow['place'], state: string) => Promise<string>,
): Promise<{ expected: Record<string, string>; seen: Record<string, string> }> {
  const expected: Record<string, string> = {};
  const seen: Record<string, string> = {};
  for (const row of rowsOf(collection)) {
    expected[named(row)] = mayDo(caller, action, row) ? 'written' : 'refused';
    seen[named(row)] = await attempt(row.place, row.state);
  }
  return { expected, seen };
}
