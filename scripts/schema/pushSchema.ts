import { directusSync } from './directusSync.ts';
import type { DirectusAccess } from './directusSync.ts';

/** Brings the files of `schema/directus` into a running Directus. On an unchanged one it changes nothing. */
export async function pushSchema(access: DirectusAccess): Promise<void> {
  await directusSync('push', access);
}
