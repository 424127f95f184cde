import type { Runtime } from '../../runtime/Runtime.ts';
import { clockAhead } from '../../clock/clockAhead.ts';
import { isLoopback } from '@zhudian/host/isLoopback.ts';

/**
 * Where mail is real nothing may run by a rehearsal's clock: reminders would go out on wrong days, deadlines be missed. Ends the process, since
 * Directus only logs what an extension throws. A table that is not there yet holds no clock.
 */
export async function refuseRehearsal({ database, config, logger }: Runtime): Promise<void> {
  if (isLoopback(config.ZHUDIAN_SMTP_HOST)) return;
  const ahead = await clockAhead(database).catch((error: unknown) => {
    if ((error as { code?: string }).code === '42P01') return null;
    throw error;
  });
  if (ahead === null) return;
  logger.fatal(
    `zhudian: a rehearsal's clock is set (zhudian_clock is ${ahead} ahead) and mail goes to ${config.ZHUDIAN_SMTP_HOST}, which is not this machine. ` +
      'Not starting. Empty the table (DELETE FROM zhudian_clock), or set ZHUDIAN_SMTP_HOST to 127.0.0.1.',
  );
  process.exit(1);
}
