import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUMP, type DirectusAccess } from './directusSync.ts';

interface Row {
  readonly id?: string | number;
  readonly [field: string]: unknown;
}

interface DumpItem extends Row {
  readonly _syncId: string;
}

const TOGETHER = 10;

/**
 * Loads one collection of the dump into a Directus that has none of it, with a single request; directus-sync would
 * send three for each item, and Directus reads its whole schema anew after each. The pairs of ids that directus-sync
 * goes by are registered with its extension. Answers whether it did.
 */
export async function loadAtOnce(collection: 'permissions' | 'translations', { url, token }: DirectusAccess): Promise<boolean> {
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} at ${url}: HTTP ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : await answer.json();
  };
  const items = JSON.parse(readFileSync(join(DUMP, 'collections', `${collection}.json`), 'utf8')) as DumpItem[];
  if (items.length === 0 || ((await call('GET', `/directus-extension-sync/table/${collection}`)) as unknown[]).length > 0) return false;
  const read = async (): Promise<Map<string, Row['id']>> => {
    const { data } = (await call('GET', `/${collection}?limit=-1`)) as { data: Row[] };
    return new Map(data.map((row) => [nameOf(row), row.id]));
  };
  // Some are there when an earlier load was cut off before it had registered the ids.
  const before = await read();
  const missing = items.filter((item) => before.get(nameOf(item)) === undefined);
  await call(
    'POST',
    `/${collection}?fields=id`,
    missing.map(({ _syncId, ...item }) => (collection === 'translations' ? { id: _syncId, ...item } : item)),
  );
  const stored = await read();
  const pairs = items.map((item) => {
    const id = stored.get(nameOf(item));
    if (id === undefined) throw new Error(`${url} did not take the ${collection} ${nameOf(item)}`);
    return { sync_id: item._syncId, local_id: String(id) };
  });
  for (let from = 0; from < pairs.length; from += TOGETHER) {
    await Promise.all(pairs.slice(from, from + TOGETHER).map(async (pair) => call('POST', `/directus-extension-sync/table/${collection}`, pair)));
  }
  return true;
}

/** What tells one permission or translation from all others. */
function nameOf(row: Row): string {
  return [row.policy, row.collection, row.action, row.language, row.key].filter(Boolean).join(' ');
}
