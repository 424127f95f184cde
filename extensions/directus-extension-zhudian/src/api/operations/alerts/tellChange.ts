import { isAheadSql } from '../../clock/isAheadSql.ts';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { tellRobot } from '@zhudian/host/tellRobot.ts';
import type { Watched } from './Watched.ts';
import { mailOperations } from './mailOperations.ts';

/**
 * Tells a trouble when it begins, now and then while it lasts, and that it is over. Of several instances one speaks: the row in
 * `zhudian_alerts` is taken before and given back when the robot did not take the message, or, without a robot, no mail was written.
 */
export async function tellChange(watched: Watched, runtime: Runtime): Promise<void> {
  const { key, isTrouble, repeatMinutes, text, about = '' } = watched;
  const { database, config, logger } = runtime;
  const { rows } = await database
    .raw<{ rows: { key: string }[] }>(
      isTrouble
        ? `INSERT INTO zhudian_alerts (key, told_at, about) VALUES (:key, now(), :about)
         ON CONFLICT (key) DO UPDATE SET told_at = now(), about = excluded.about WHERE zhudian_alerts.about <> excluded.about OR zhudian_alerts.told_at < now() - make_interval(mins => :repeatMinutes)
           OR ${isAheadSql('zhudian_alerts.told_at')} RETURNING key`
        : `DELETE FROM zhudian_alerts WHERE key = :key RETURNING key`,
      isTrouble ? { key, repeatMinutes, about } : { key },
    )
    .timeout(QUERY_TIMEOUT);
  if (rows.length === 0) return;
  const [mailed, told] = await Promise.allSettled([
    mailOperations(watched, runtime),
    config.ZHUDIAN_ALERT_WEBHOOK === '' ? undefined : tellRobot(config.ZHUDIAN_ALERT_WEBHOOK, text),
  ]);
  for (const way of [mailed, told]) if (way.status === 'rejected') logger.error(way.reason, 'zhudian: the alert could not be told');
  const isTold = config.ZHUDIAN_ALERT_WEBHOOK === '' ? mailed.status === 'fulfilled' : told.status === 'fulfilled';
  if (isTold) return;
  // The next round tries again: trouble as untold, recovery as still to be told.
  if (isTrouble) await database('zhudian_alerts').where({ key }).delete().timeout(QUERY_TIMEOUT);
  else await database.raw('INSERT INTO zhudian_alerts (key, told_at) VALUES (?, now()) ON CONFLICT DO NOTHING', [key]).timeout(QUERY_TIMEOUT);
}
