import { directusSync, type DirectusAccess } from './directusSync.ts';
import { loadAtOnce } from './loadAtOnce.ts';

/** Brings the files of `schema/directus` into a running Directus. On an unchanged one it changes nothing. */
export async function pushSchema(access: DirectusAccess): Promise<void> {
  // First what the others hang on (collections, roles, policies), so that the long lists find it.
  await directusSync('push', access, ['--exclude-collections', 'permissions,translations']);
  for (const collection of ['translations', 'permissions'] as const) {
    if (!(await loadAtOnce(collection, access))) await directusSync('push', access, ['--no-snapshot', '--only-collections', collection]);
  }
}
