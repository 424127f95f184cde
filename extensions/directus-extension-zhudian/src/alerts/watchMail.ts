import type { Runtime } from '../Runtime.ts';
import { alertText } from './alertText.ts';
import { mailTrouble } from './mailTrouble.ts';
import { tellRobot } from './tellRobot.ts';

/** Minutes between two messages about the same trouble. */
const REPEAT_MINUTES = 30;

/**
 * Tells people by another way that mail does not leave. Of several instances one speaks: the row in `zhudian_alerts` is taken before and
 * given back when the robot did not take the message.
 */
export async function watchMail(runtime: Runtime): Promise<void> {
  const { database, config, logger } = runtime;
  if (config.ZHUDIAN_ALERT_WEBHOOK === '') return;
  const trouble = await mailTrouble(config.ZHUDIAN_ALERT_AFTER, database);
  const { rows } = await database.raw<{ rows: { key: string }[] }>(
    trouble
      ? `INSERT INTO zhudian_alerts (key, told_at) VALUES ('mail', now())
         ON CONFLICT (key) DO UPDATE SET told_at = now() WHERE zhudian_alerts.told_at < now() - interval '${REPEAT_MINUTES} minutes' RETURNING key`
      : `DELETE FROM zhudian_alerts WHERE key = 'mail' RETURNING key`,
  );
  if (rows.length === 0) return;
  try {
    await tellRobot(config.ZHUDIAN_ALERT_WEBHOOK, alertText(trouble, config.PUBLIC_URL));
  } catch (error) {
    // The next round tries again: trouble as untold, recovery as still to be told.
    if (trouble) await database('zhudian_alerts').where({ key: 'mail' }).delete();
    else await database.raw(`INSERT INTO zhudian_alerts (key, told_at) VALUES ('mail', now()) ON CONFLICT DO NOTHING`);
    logger.error(error, 'zhudian: the alert could not be told');
  }
}
