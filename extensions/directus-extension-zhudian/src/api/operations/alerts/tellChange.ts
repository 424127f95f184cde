import { isAheadSql } from '../../clock/isAheadSql.ts';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { tellRobot } from '@zhudian/host/tellRobot.ts';

/** How something that is watched is now. */
export interface Watched {
  /** What it is told under in `zhudian_alerts`. */
  readonly key: string;
  readonly isTrouble: boolean;
  /** Minutes between two messages about the same trouble. */
  readonly repeatMinutes: number;
  /** What the robot says of it: of the trouble, or that it is over. */
  readonly text: string;
}

/**
 * Tells a trouble when it begins, now and then while it lasts, and that it is over. Of several instances one speaks: the row in
 * `zhudian_alerts` is taken before and given back when the robot did not take the message.
 */
export async function tellChange({ key, isTrouble, repeatMinutes, text }: Watched, { database, config, logger }: Runtime): Promise<void> {
  const { rows } = await database
    .raw<{ rows: { key: string }[] }>(
      isTrouble
        ? `INSERT INTO zhudian_alerts (key, told_at) VALUES (:key, now())
         ON CONFLICT (key) DO UPDATE SET told_at = now() WHERE zhudian_alerts.told_at < now() - make_interval(mins => :repeatMinutes)
           OR ${isAheadSql('zhudian_alerts.told_at')} RETURNING key`
        : `DELETE FROM zhudian_alerts WHERE key = :key RETURNING key`,
      { key, repeatMinutes },
    )
    .timeout(QUERY_TIMEOUT);
  if (rows.length === 0) return;
  try {
    await tellRobot(config.ZHUDIAN_ALERT_WEBHOOK, text);
  } catch (error) {
    // The next round tries again: trouble as untold, recovery as still to be told.
    if (isTrouble) await database('zhudian_alerts').where({ key }).delete().timeout(QUERY_TIMEOUT);
    else await database.raw('INSERT INTO zhudian_alerts (key, told_at) VALUES (?, now()) ON CONFLICT DO NOTHING', [key]).timeout(QUERY_TIMEOUT);
    logger.error(error, 'zhudian: the alert could not be told');
  }
}
