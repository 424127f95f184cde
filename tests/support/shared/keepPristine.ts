import type { Stack } from '../../../scripts/stack/Stack.ts';

/** A database beside the stack's own that nobody opens: `directus` as it was when the template was made. */
export const PRISTINE = 'directus_pristine';

/** Keeps a copy of the database as it is now; Directus must not run. */
export async function keepPristine(stack: Stack): Promise<void> {
  const superuser = await stack.connect('postgres');
  try {
    await superuser.query(`DROP DATABASE IF EXISTS ${PRISTINE}`);
    await superuser.query(`CREATE DATABASE ${PRISTINE} TEMPLATE directus OWNER directus`);
  } finally {
    await superuser.end();
  }
}
