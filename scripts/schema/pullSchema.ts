import { directusSync } from './directusSync.ts';
import type { DirectusAccess } from './directusSync.ts';
import { writeTypes } from './writeTypes.ts';

/** Brings what was edited by eye in a running Directus into `schema/directus`, and the types with it. */
export async function pullSchema(access: DirectusAccess): Promise<void> {
  await directusSync('pull', access);
  writeTypes();
}
