import type { Knex } from 'knex';
import { countReminders } from './countReminders.ts';
import type { Metrics } from './Metrics.ts';

const QUANTILES = [0.5, 0.95, 0.99, 1] as const;

interface Row extends Omit<Metrics, 'mail_latency' | 'reminders_due' | 'people_to_remind'> {
  readonly latency: readonly (number | null)[] | null;
}

/** One question to the database, on its indexes, and what is due, which is kept for a minute: cheap enough for a scrape every fifteen seconds. */
export async function readMetrics(database: Knex): Promise<Metrics> {
  const reminders = await countReminders(database);
  const { rows } = await database.raw<{ rows: [Row] }>(
    `SELECT o.*, m.*, l.latency, r.*,
       (SELECT count(*)::int FROM hazards WHERE severity = 'major' AND status <> 'void' AND reported_at IS NOT NULL AND acknowledged_at IS NULL) AS unacknowledged,
       (SELECT count(*)::int FROM documents WHERE status = 'requested') AS documents_open,
       k.*,
       (SELECT coalesce(json_object_agg(part, extract(epoch FROM now() - at)::float8), '{}') FROM zhudian_heartbeats) AS heartbeats
     FROM (SELECT count(*)::int AS outbox_open, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS outbox_oldest_seconds,
             count(*) FILTER (WHERE error IS NOT NULL)::int AS outbox_failing FROM outbox WHERE done_at IS NULL) o,
          (SELECT coalesce(json_object_agg(status, n), '{}') AS deliveries, coalesce(sum(repeats), 0)::int AS mail_repeats,
             coalesce(extract(epoch FROM now() - min(oldest) FILTER (WHERE status NOT IN ('sent', 'dead', 'closed'))), 0)::float8 AS mail_oldest_seconds
           FROM (SELECT status, count(*)::int AS n, sum(repeats) AS repeats, min(date_created) AS oldest FROM deliveries GROUP BY 1) s) m,
          (SELECT percentile_cont(ARRAY[${QUANTILES.join(', ')}]) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - date_created)) AS latency
           FROM deliveries WHERE sent_at > now() - interval '1 hour') l,
          (SELECT count(*)::int AS statistics_marks, coalesce(extract(epoch FROM now() - min(at)), 0)::float8 AS statistics_lag_seconds FROM statistics_marks) k,
          (SELECT count(*)::int AS restore_held FROM deliveries WHERE status = 'dead' AND starts_with(error, zhudian_hold_reason())) r`,
  );
  const { latency, ...row } = rows[0];
  const pairs = QUANTILES.flatMap((quantile, index) => (typeof latency?.[index] === 'number' ? [[String(quantile), latency[index]] as const] : []));
  return { ...row, ...reminders, mail_latency: Object.fromEntries(pairs) };
}
