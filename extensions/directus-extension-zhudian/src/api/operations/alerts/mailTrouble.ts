import type { Knex } from 'knex';
import { isAheadSql } from '../../clock/isAheadSql.ts';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';

/** Mail that does not leave: how much waits, for how long, and what the last attempt said. */
export interface MailTrouble {
  readonly waiting: number;
  readonly waiting_major: number;
  readonly given_up: number;
  readonly oldest_minutes: number;
  readonly error: string | null;
}

/**
 * Undefined while mail flows. Trouble is: anything about a major hazard that nobody has confirmed has waited this long, whatever else left
 * meanwhile; or other mail has, and nothing left since; or a report was given up.
 */
export async function mailTrouble(afterSeconds: number, database: Knex): Promise<MailTrouble | undefined> {
  const { rows } = await database
    .raw<{ rows: [MailTrouble & { stuck: boolean }] }>(
      `WITH unconfirmed AS (SELECT d.*, h.id IS NOT NULL AND h.acknowledged_at IS NULL AS urgent
         FROM deliveries d LEFT JOIN hazards h ON h.id = d.hazard WHERE d.status <> 'sent'),
       open AS (SELECT * FROM unconfirmed WHERE status NOT IN ('dead', 'closed')),
       unhanded AS (SELECT created_at FROM outbox o WHERE done_at IS NULL AND topic IN ('hazard.major', 'hazard.unacknowledged')
         AND NOT EXISTS (SELECT FROM deliveries d WHERE d.key = o.key)),
       urgent AS (SELECT least((SELECT min(date_created) FROM open WHERE urgent), (SELECT min(created_at) FROM unhanded)) AS at),
       oldest AS (SELECT least((SELECT min(date_created) FROM open), (SELECT at FROM urgent)) AS at)
     SELECT (SELECT count(*) FROM open)::int + (SELECT count(*) FROM unhanded)::int AS waiting,
       (SELECT count(*) FROM open WHERE hazard IS NOT NULL)::int + (SELECT count(*) FROM unhanded)::int AS waiting_major,
       (SELECT count(*)::int FROM unconfirmed WHERE status = 'dead' AND urgent) AS given_up,
       coalesce(floor(abs(extract(epoch FROM now() - oldest.at)) / 60), 0)::int AS oldest_minutes,
       (SELECT error FROM open WHERE error IS NOT NULL ORDER BY urgent DESC, next_attempt_at DESC NULLS LAST LIMIT 1) AS error,
       coalesce(urgent.at < now() - make_interval(secs => ?) OR ${isAheadSql('urgent.at')}, false)
         OR coalesce(oldest.at < now() - make_interval(secs => ?) OR ${isAheadSql('oldest.at')}, false)
           AND NOT EXISTS (SELECT FROM deliveries WHERE sent_at > greatest(oldest.at, now() - make_interval(secs => ?))) AS stuck
     FROM oldest, urgent`,
      [afterSeconds, afterSeconds, afterSeconds],
    )
    .timeout(QUERY_TIMEOUT);
  const { stuck, ...trouble } = rows[0];
  return stuck || trouble.given_up > 0 ? trouble : undefined;
}
