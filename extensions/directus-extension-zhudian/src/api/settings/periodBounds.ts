import type { PeriodBounds } from '@zhudian/core/calendar/periodFault.ts';
import type { Knex } from 'knex';
import { PERIOD } from '@zhudian/core/calendar/period.ts';

interface Bounds extends PeriodBounds {
  /** The day from which is counted, and the day it is, `YYYY-MM-DD`. */
  readonly since: string;
  readonly today: string;
}

/** Between which months a month may be that somebody names: from where the statistics begin to this one, or itself where its own deadline has opened it. */
export async function periodBounds(database: Knex, period: unknown = null): Promise<Bounds> {
  const known = typeof period === 'string' && PERIOD.test(period) ? period : null;
  const { rows } = await database.raw<{ rows: [{ since: string; today: string; open: boolean | null }] }>(
    `SELECT zhudian_statistics_since()::text AS since, zhudian_today()::text AS today,
       CASE WHEN :known::text IS NOT NULL THEN zhudian_today() >= zhudian_period_opens(:known) END AS open`,
    { known },
  );
  const { since, today, open } = rows[0];
  const month = today.slice(0, 7);
  return { since, today, first: since.slice(0, 7), last: open && known !== null && known > month ? known : month };
}
