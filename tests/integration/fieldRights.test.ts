import { beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../schema/access/access.ts';
import { isNamed, mayField, namedFields } from '../../schema/access/fieldRights.ts';
import { roles, type RoleKey } from '../../schema/roles.ts';
import { readSnapshot } from '../../scripts/schema/readSnapshot.ts';
import { holdsData } from '../../scripts/check/fieldFaults.ts';
import type { ApiAnswer } from '../support/Api.ts';
import { logins } from '../support/logins.ts';
import { fixtures } from '../support/permissions/fixtures.ts';
import { mayDo } from '../support/permissions/mayDo.ts';
import { World, type WorldRow } from '../support/permissions/World.ts';
import { useTestStack } from '../support/useTestStack.ts';

/**
 * The table of fields (`schema/access/fields.ts`) against Directus: each role, each field of the data model. Fields and relations are those of the
 * schema, so that a new one is asked about by itself.
 */
const ROLES = Object.keys(roles) as RoleKey[];
const snapshot = readSnapshot();
const fields = snapshot.fields.filter((field) => field.collection in fixtures && holdsData(field));
const collections = Object.keys(fixtures);
const test = useTestStack();
let world: World;
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
  world = await World.build(test);
}, 600_000);

const of = (collection: string): typeof fields => fields.filter((field) => field.collection === collection);
const sees = (role: RoleKey, collection: string): boolean =>
  mayDo(role, 'read', { collection, place: 'mine', state: '' }) || rowFor(role, 'read', collection) !== undefined;
const rowFor = (role: RoleKey, action: 'read' | 'create' | 'update', collection: string): WorldRow | undefined =>
  world.rows.find((row) => row.collection === collection && row.place === 'mine' && mayDo(role, action, row));

/** Something that no form has put there, of the type that a column takes. */
const FORGED: Readonly<Record<string, unknown>> = {
  ...{ timestamp: '2020-01-01T00:00:00Z', date: '2020-01-01', time: '08:00:00', uuid: '00000000-0000-4000-8000-000000000001' },
  ...{ integer: 7, bigInteger: 7, decimal: '7', float: 7, boolean: true, json: [], geometry: { type: 'Point', coordinates: [116.6, 35.4] } },
};
const isForbidden = ({ status, errors }: ApiAnswer): boolean => status === 403 && errors[0]?.extensions.code === 'FORBIDDEN';

it('names the fields of the running Directus', async () => {
  const { data } = await test.admin.send<{ collection: string; field: string; schema: object | null; meta: { special: string[] | null } | null }[]>(
    'GET',
    '/fields',
  );
  const running = data.filter(
    ({ collection, schema, meta }) => collection in access && (schema ?? meta?.special?.some((one) => ['o2m', 'm2m', 'm2a', 'files'].includes(one))),
  );
  expect(running.length).toBeGreaterThan(400);
  expect(running.filter(({ collection, field }) => !isNamed(collection, field)).map(({ collection, field }) => `${collection}.${field}`)).toEqual([]);
});

describe.each(ROLES)('%s', (role) => {
  it.each(collections)('reads of %s the fields of the table and no others, by REST and by GraphQL', async (collection) => {
    const readable = namedFields(collection).filter((field) => sees(role, collection) && mayField(role, 'read', collection, field));
    const hidden = of(collection).filter(({ field }) => !readable.includes(field));
    const api = apis[role];
    if (readable.length > 0) {
      expect((await api.send('GET', `/items/${collection}?limit=1&fields=${readable.join()}`)).errors).toEqual([]);
    }
    for (const { field, schema } of hidden) {
      // A list of rows that the role may not see at all is left out; a column is refused.
      const answer = await api.send<(Record<string, unknown> | string)[] | undefined>('GET', `/items/${collection}?limit=1&fields=${field}`);
      expect([field, answer.status === 403 || (!schema && answer.data?.every((row) => typeof row !== 'object' || !(field in row)))]).toEqual([
        field,
        true,
      ]);
      const { data, errors } = await api.graphql(`{ ${collection}(limit: 1) { ${schema ? field : `${field} { id }`} } }`);
      expect([field, data?.[collection] ?? null, errors.length > 0]).toEqual([field, null, true]);
    }
  });

  it.each(collections)('changes of %s the fields of the table and no others', async (collection) => {
    const row = rowFor(role, 'update', collection);
    if (!row) return; // refused whole: permissions.test.ts
    const api = apis[role];
    const wrong: string[] = [];
    for (const { field, type, schema } of of(collection)) {
      const before = schema ? await columnOf(collection, row.id, field) : null;
      const listed = { create: [], update: [], delete: [] };
      if (mayField(role, 'update', collection, field)) {
        // What is there already: no rule of the collection has anything to say of it, or says so as a rule.
        const answer = await api.send('PATCH', `/items/${collection}/${row.id}`, { [field]: schema ? before : listed });
        if (isForbidden(answer)) wrong.push(`${field} may be changed and is refused: ${answer.errors[0]?.message}`);
        continue;
      }
      const { status } = await api.send('PATCH', `/items/${collection}/${row.id}`, { [field]: schema ? (FORGED[type] ?? '伪造') : listed });
      if (![400, 403].includes(status)) wrong.push(`${field} is changed: ${status}`);
      if (schema && !['date_updated', 'user_updated'].includes(field))
        expect([field, await columnOf(collection, row.id, field)]).toEqual([field, before]);
    }
    expect(wrong).toEqual([]);
  });

  it.each(collections.filter((collection) => fixtures[collection]?.create))(
    'gives new rows of %s the fields of the table and no others',
    async (collection) => {
      const place = rowFor(role, 'create', collection);
      if (!place) return; // refused whole: permissions.test.ts
      const restore = await world.makeRoom(collection, 'mine');
      const wrong: string[] = [];
      for (const { field, type, schema } of of(collection)) {
        const payload = world.payload(collection, 'mine', place.state);
        if (field in payload) continue;
        const may = mayField(role, 'create', collection, field);
        const forged = FORGED[type] ?? '伪造';
        const answer = await apis[role].send('POST', `/items/${collection}`, { ...payload, [field]: schema ? (may ? null : forged) : [] });
        if (may && isForbidden(answer)) wrong.push(`${field} may be given and is refused: ${answer.errors[0]?.message}`);
        const stored = schema && !may ? await columnOf(collection, payload.id, field) : null;
        if (stored !== null && JSON.stringify(stored).includes(JSON.stringify(forged).slice(0, 11)))
          wrong.push(`${field} is stored as it was forged`);
        await test.database.query(`DELETE FROM "${collection}" WHERE id = $1`, [payload.id]).catch(() => world.remove(collection, payload.id));
      }
      await restore();
      expect(wrong).toEqual([]);
    },
  );
});

/** Every reference of the data model whose other end somebody may not see. */
const references = snapshot.relations.filter(({ collection, related_collection }) => collection in fixtures && related_collection !== null);

describe.each(ROLES)('%s refers to no row that is hidden', (role) => {
  it.each(references.map(({ collection, field, related_collection }) => [collection, field, String(related_collection)] as const))(
    'with %s.%s',
    async (collection, field, related) => {
      const hidden = hiddenRow(role, related);
      if (hidden === undefined) return; // sees them all, or there is none
      const wrong: string[] = [];
      const place = mayField(role, 'create', collection, field) && fixtures[collection]?.create ? rowFor(role, 'create', collection) : undefined;
      if (place) {
        const restore = await world.makeRoom(collection, 'mine');
        const payload = { ...world.payload(collection, 'mine', place.state), [field]: hidden };
        const answer = await apis[role].send('POST', `/items/${collection}`, payload);
        if ((await columnOf(collection, payload.id, field)) === hidden) wrong.push(`a new row is written: ${answer.status}`);
        await world.remove(collection, payload.id);
        await restore();
      }
      const row = mayField(role, 'update', collection, field) ? rowFor(role, 'update', collection) : undefined;
      if (row) {
        const change = { ...fixtures[collection]?.change?.(row.state, row.columns, role), [field]: hidden };
        const answer = await apis[role].send('PATCH', `/items/${collection}/${row.id}`, change);
        if ((await columnOf(collection, row.id, field)) === hidden) wrong.push(`a row is changed: ${answer.status}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** A row that the role may not see: at another county's, of somebody else. */
function hiddenRow(role: RoleKey, collection: string): string | undefined {
  if (collection === 'directus_files')
    return mayDo(role, 'read', { collection: 'visits', place: 'abroad', state: 'submitted' }) ? undefined : world.file('abroad');
  return world.rows.find((row) => row.collection === collection && row.place === 'abroad' && !mayDo(role, 'read', row))?.id;
}

async function columnOf(collection: string, id: string, field: string): Promise<unknown> {
  const { rows } = await test.database.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${collection}" t WHERE id = $1`, [
    id,
  ]);
  return rows[0]?.row[field] ?? null;
}
