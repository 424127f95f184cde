import type { Knex } from 'knex';
import { enqueueMail } from '../../mail/enqueueMail.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { readSettings } from '../../settings/Settings.ts';
import { restoreMail, type DoubtfulHazard } from './restoreMail.ts';
import { restoreState } from './restoreState.ts';

/**
 * Tells the office, once per restore and by a mail of its own, which major hazards' reports are held or unconfirmed: none may be lost
 * because a backup did not know whether its mail had gone out.
 */
export async function announceRestore(runtime: Runtime): Promise<void> {
  const { database, config } = runtime;
  const restore = await restoreState(database);
  if (!restore || restore.announced_at !== null) return;
  const { city_office_emails, operations_email } = await readSettings(database);
  const to = [...new Set([...city_office_emails, ...(operations_email ? [operations_email] : [])])];
  const mail = restoreMail({ ...restore, to, panel: config.PUBLIC_URL, hazards: await doubtfulHazards(database, restore.restored_at) });
  await enqueueMail(mail, 'watchdog', runtime);
  await database('zhudian_restores').where({ id: restore.id }).update({ announced_at: database.fn.now() });
}

/** Major hazards from before the restore of which the database cannot tell that somebody has read of them. */
async function doubtfulHazards(database: Knex, before: Date): Promise<DoubtfulHazard[]> {
  return await database('hazards AS h')
    .join('enterprises AS e', 'e.id', 'h.enterprise')
    .where('h.severity', 'major')
    .whereNull('h.acknowledged_at')
    .whereNotIn('h.status', ['verified', 'void'])
    .where('h.major_since', '<', before)
    .orderByRaw('h.reported_at IS NOT NULL, h.major_since DESC')
    .limit(200)
    .select<DoubtfulHazard[]>('h.id', 'h.title', 'e.name AS enterprise', database.raw('h.reported_at IS NOT NULL AS reported'));
}
