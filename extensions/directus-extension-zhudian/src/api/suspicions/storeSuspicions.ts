import type { Suspicion } from '@zhudian/core/suspicions/Suspicion.ts';
import type { Knex } from 'knex';

/**
 * Keeps what was found: new marks are added, words follow the data, and an open mark of what was looked at and is not found any more goes.
 * What a person has settled stays settled.
 *
 * @param looked what was looked at: everything since a day, or the figures of some visits
 */
export async function storeSuspicions(
  transaction: Knex.Transaction,
  found: readonly Suspicion[],
  looked: { readonly since: string } | { readonly figuresOf: readonly string[] },
): Promise<void> {
  const rows = JSON.stringify(found);
  await transaction.raw(
    `INSERT INTO suspicions (id, key, kind, status, county, visit, period, reason, date_created)
       SELECT gen_random_uuid(), f.key, f.kind, 'open', f.county, f.visit, f.period, f.reason, zhudian_now()
       FROM jsonb_to_recordset(:rows::jsonb) AS f(key text, kind text, county uuid, visit uuid, period text, reason text)
       WHERE f.visit IS NULL OR EXISTS (SELECT FROM visits v WHERE v.id = f.visit)
       ON CONFLICT (key) DO UPDATE SET reason = excluded.reason, date_updated = excluded.date_created WHERE suspicions.reason IS DISTINCT FROM excluded.reason`,
    { rows },
  );
  const since = 'since' in looked ? looked.since : null;
  await transaction.raw(
    `DELETE FROM suspicions s WHERE s.status = 'open' AND s.key NOT IN (SELECT f.key FROM jsonb_to_recordset(:rows::jsonb) AS f(key text))
         AND CASE WHEN :since::date IS NULL THEN s.kind = 'figure' AND s.visit = ANY (:visits::uuid[])
           ELSE EXISTS (SELECT FROM visits v WHERE v.id = s.visit AND (v.visited_on >= :since::date OR v.status NOT IN ('submitted', 'locked')))
             OR s.period >= to_char(date_trunc('month', zhudian_today()) - interval '1 month', 'YYYY-MM') END`,
    { rows, since, visits: 'figuresOf' in looked ? looked.figuresOf : [] },
  );
}
