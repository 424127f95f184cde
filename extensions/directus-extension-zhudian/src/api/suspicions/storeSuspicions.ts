import type { Suspicion } from '@zhudian/core/suspicions/Suspicion.ts';
import type { Knex } from 'knex';
import { keepSuspicions } from './keepSuspicions.ts';
import { visitHandedInSql } from '../sql/visitHandedInSql.ts';

/**
 * Keeps what was found: new marks are added, words follow the data, and an open mark of what was looked at and is not found any more goes.
 * What a person has settled stays settled, and what a person has said (a contested signature) is theirs to take back.
 *
 * @param looked what was looked at: everything since a day, or the figures of some visits
 */
export async function storeSuspicions(
  transaction: Knex.Transaction,
  found: readonly Suspicion[],
  looked: { readonly since: string } | { readonly figuresOf: readonly string[] },
): Promise<void> {
  await keepSuspicions(transaction, found);
  const since = 'since' in looked ? looked.since : null;
  await transaction.raw(
    `DELETE FROM suspicions s WHERE s.status = 'open' AND s.kind <> 'contested' AND s.key NOT IN (SELECT f.key FROM jsonb_to_recordset(:rows::jsonb) AS f(key text))
         AND CASE WHEN :since::date IS NULL THEN s.kind = 'figure' AND s.visit = ANY (:visits::uuid[])
           ELSE EXISTS (SELECT FROM visits v WHERE v.id = s.visit AND (v.visited_on >= :since::date OR NOT (${visitHandedInSql('v')})))
             OR s.period >= to_char(date_trunc('month', zhudian_today()) - interval '1 month', 'YYYY-MM') END`,
    { rows: JSON.stringify(found), since, visits: 'figuresOf' in looked ? looked.figuresOf : [] },
  );
}
