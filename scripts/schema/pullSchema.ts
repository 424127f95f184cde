import { directusSync } from './directusSync.ts';
import type { DirectusAccess } from './directusSync.ts';
import { withoutOwner } from './withoutOwner.ts';
import { writeGenerated } from './writeGenerated.ts';

/** Brings what was edited by eye in a running Directus into `schema/directus`, and what is made from it. */
export async function pullSchema(access: DirectusAccess): Promise<void> {
  // Directus describes its GraphQL to nobody here, and the dump needs no such description.
  await directusSync('pull', access, ['--no-specs']);
  withoutOwner();
  writeGenerated();
}
