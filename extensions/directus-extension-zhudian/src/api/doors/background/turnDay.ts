import { forgetConsumers } from '../../events/consumers.ts';
import type { Runtime } from '../../runtime/Runtime.ts';

/**
 * Brings up to date what follows the calendar with nobody writing anything: which log-ins see which enterprise (teams come into
 * force, and go out of it, at midnight), and which enterprises had their visit this month. What is overdue or has no team since is told.
 */
export async function turnDay({ database }: Runtime): Promise<void> {
  await database.raw('SELECT zhudian_refresh_visibility(), zhudian_refresh_coverage(), zhudian_tell_due()');
  await forgetConsumers(database);
}
