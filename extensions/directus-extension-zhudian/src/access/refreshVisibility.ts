import type { Runtime } from '../Runtime.ts';

/** Brings up to date which log-ins see which enterprise: teams come into force and go out of it at midnight, with nobody writing anything. */
export async function refreshVisibility({ database }: Runtime): Promise<void> {
  await database.raw('SELECT zhudian_refresh_visibility()');
}
