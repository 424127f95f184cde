import { additions } from './additions.ts';
import { directusSync, DUMP, type DirectusAccess } from './directusSync.ts';
import { loadAtOnce } from './loadAtOnce.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { Snapshot } from './Snapshot.ts';
import { withAdditions } from './withAdditions.ts';
import { withdrawn } from './withdrawn.ts';

/**
 * Brings the files of `schema/directus` into a running Directus. On an unchanged one it changes nothing. Collections and fields that its office
 * made in the panel stay, unless `drop` says that the files are all there is to be.
 *
 * @returns the names of what was kept
 */
export async function pushSchema(access: DirectusAccess, { drop = false }: { readonly drop?: boolean } = {}): Promise<string[]> {
  const own = drop ? { collections: [], fields: [], relations: [] } : additions(await installedModel(access), readSnapshot(), withdrawn);
  const kept = [
    ...own.collections.map(({ collection }) => collection),
    ...own.fields
      .filter(({ collection }) => !own.collections.some((one) => one.collection === collection))
      .map(({ collection, field }) => `${collection}.${field}`),
  ];
  // First what the others hang on (collections, roles, policies), so that the long lists find it.
  const push = async (dump: string) => directusSync('push', access, ['--exclude-collections', 'permissions,translations'], dump);
  if (kept.length + own.relations.length > 0) await withAdditions(own, push);
  else await push(DUMP);
  for (const collection of ['translations', 'permissions'] as const) {
    if (!(await loadAtOnce(collection, access))) await directusSync('push', access, ['--no-snapshot', '--only-collections', collection]);
  }
  return kept;
}

async function installedModel({ url, token }: DirectusAccess): Promise<Snapshot> {
  const answer = await fetch(`${url}/schema/snapshot`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`GET /schema/snapshot at ${url}: HTTP ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { data: Snapshot }).data;
}
