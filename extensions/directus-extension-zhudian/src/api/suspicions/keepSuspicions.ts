import type { Suspicion } from '@zhudian/core/suspicions/Suspicion.ts';
import type { Knex } from 'knex';

/** Adds new marks; one that is there already takes the words of now, and what a person has settled stays settled. */
export async function keepSuspicions(transaction: Knex.Transaction, found: readonly Suspicion[]): Promise<void> {
  await transaction.raw(
    `INSERT INTO suspicions (id, key, kind, status, county, visit, period, reason, date_created)
       SELECT gen_random_uuid(), f.key, f.kind, 'open', f.county, f.visit, f.period, f.reason, zhudian_now()
       FROM jsonb_to_recordset(:rows::jsonb) AS f(key text, kind text, county uuid, visit uuid, period text, reason text)
       WHERE f.visit IS NULL OR EXISTS (SELECT FROM visits v WHERE v.id = f.visit)
       ON CONFLICT (key) DO UPDATE SET reason = excluded.reason, date_updated = excluded.date_created WHERE suspicions.reason IS DISTINCT FROM excluded.reason`,
    { rows: JSON.stringify(found) },
  );
}
