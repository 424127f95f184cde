import { directusSync } from './directusSync.ts';
import type { DirectusAccess } from './directusSync.ts';
import { writeTypes } from './writeTypes.ts';

/** Brings what was edited by eye in a running Directus into `schema/directus`, and the types with it. */
export async function pullSchema(access: DirectusAccess): Promise<void> {
  // Directus describes its GraphQL to nobody here, and the dump needs no such description.
  await directusSync('pull', access, ['--no-specs']);
  writeTypes();
}
