import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { balanceDayFaults, countedTwiceFaults, type CountedBefore } from '@zhudian/core/reports/balanceDayFaults.ts';
import { figureFaults } from '@zhudian/core/reports/figures.ts';
import { today } from '../clock/today.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { standing } from '../runtime/standing.ts';
import type { Payload } from '../runtime/Payload.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/** Checks an opening balance as it would stand after a save. */
export async function checkBalance(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows = keys.length === 0 ? [{}] : await standing('opening_balances', ['as_of'], keys, database);
  const day = await today(database);
  for (const row of rows) {
    const balance = { ...row, ...change };
    throwFaults('opening_balances', [...figureFaults('opening_balance', balance), ...(await coverFaults(balance, row, day, database))]);
  }
}

/** A balance ends before the first visit and hazard that are counted one by one; what it carried over as it stood stays so. */
async function coverFaults({ county, as_of }: Payload, before: Payload, day: string, database: Caller['database']): Promise<FieldFault[]> {
  const faults = balanceDayFaults(as_of, day);
  if (faults.length > 0) return faults;
  const key = keyOf(county);
  if (!key) return [];
  const { rows } = await database.raw<{ rows: CountedBefore[] }>(
    `SELECT s.since::text, v.n AS visits, h.n AS hazards, least(v.first, h.first)::text AS first
     FROM (SELECT zhudian_statistics_since() AS since) s,
       LATERAL (SELECT count(*) AS n, min(visited_on) AS first FROM visits WHERE county = zhudian_uuid(:key) AND ${visitHandedInSql('visits')} AND visited_on BETWEEN s.since AND :as_of) v,
       LATERAL (SELECT count(*) AS n, min(found_on) AS first FROM hazards WHERE county = zhudian_uuid(:key) AND status <> 'void' AND found_on BETWEEN s.since AND :as_of AND found_on > :carried::date) h`,
    { key, as_of, carried: before.county === key ? before.as_of : '-infinity' },
  );
  const counted = rows[0];
  return counted ? countedTwiceFaults(String(as_of), counted) : [];
}
