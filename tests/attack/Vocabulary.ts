import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Api } from '../support/Api.ts';
import type { RelationRow } from '../support/sight/readGraph.ts';
import { ATTACKERS, type Attacker } from './Asked.ts';

/** A field of the data model, what it holds, and where it leads. */
export interface Word {
  readonly name: string;
  readonly type: string;
  readonly to: string | null;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** What a stranger to the code can find out and name: every collection with its fields, the keys of rows, and our own routes. */
export interface Vocabulary {
  readonly collections: readonly string[];
  readonly fields: ReadonlyMap<string, readonly Word[]>;
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly routes: readonly Route[];
  /** Of each attacker: what their rights let them read, by collection. */
  readonly readable: Readonly<Record<Attacker, ReadonlyMap<string, readonly Word[]>>>;
}

const ROUTES = join(import.meta.dirname, '../../extensions/directus-extension-zhudian/src/api/doors/endpoint/routes');

/** @param admin knows the data model whole */
export async function readVocabulary(admin: Api, by: Readonly<Record<Attacker, Api>>, database: pg.Client): Promise<Vocabulary> {
  const { data: relations } = await admin.send<RelationRow[]>('GET', '/relations');
  const { data: all } = await admin.send<{ collection: string; field: string; type: string }[]>('GET', '/fields');
  const leads = new Map<string, string>();
  for (const { collection, field, related_collection: to, meta } of relations) {
    if (to === null) continue;
    leads.set(`${collection}.${field}`, to);
    if (meta?.one_field) leads.set(`${to}.${meta.one_field}`, collection);
  }
  const words = all.map(({ collection, field, type }) => ({ collection, name: field, type, to: leads.get(`${collection}.${field}`) ?? null }));
  const fields = Map.groupBy(words, ({ collection }) => collection);
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND table_name = ANY ($1)`,
    [[...fields.keys()]],
  );
  const keys = new Map<string, string[]>();
  for (const { name } of tables.rows) {
    const { rows } = await database.query<{ id: string }>(`SELECT id::text FROM "${name}" ORDER BY md5(id::text) LIMIT 40`);
    keys.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  const readable = {} as Record<Attacker, ReadonlyMap<string, readonly Word[]>>;
  for (const attacker of ATTACKERS) readable[attacker] = await readableBy(by[attacker], fields);
  return { collections: [...fields.keys()], fields, keys, routes: readRoutes(), readable };
}

async function readableBy(caller: Api, fields: ReadonlyMap<string, readonly Word[]>): Promise<ReadonlyMap<string, readonly Word[]>> {
  const { data } = await caller.send<Record<string, { read?: { access: string; fields?: string[] } }> | undefined>('GET', '/permissions/me');
  const named = Object.entries(data ?? {}).flatMap(([collection, { read }]) => {
    const may = read?.access === 'none' ? [] : (read?.fields ?? []);
    const words = (fields.get(collection) ?? []).filter(({ name }) => may.includes('*') || may.includes(name));
    return words.length > 0 ? [[collection, words] as const] : [];
  });
  return new Map(named);
}

/** Our own routes, as they are registered. */
function readRoutes(): Route[] {
  const sources = globSync('*.ts', { cwd: ROUTES }).map((file) => readFileSync(join(ROUTES, file), 'utf8'));
  const found = sources.flatMap((source) => [...source.matchAll(/router\.(get|post|patch|delete)\(\s*'([^']+)'/g)]);
  return found.map(([, method = '', path = '']) => ({ method: method.toUpperCase() as Route['method'], path: `/zhudian${path}` }));
}
