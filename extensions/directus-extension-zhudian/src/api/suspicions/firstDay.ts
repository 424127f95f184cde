import type { Knex } from 'knex';

/** The first day of the visits that are looked at, `YYYY-MM-DD`. */
export async function firstDay(database: Knex, days: number): Promise<string> {
  const { rows } = await database.raw<{ rows: [{ since: string }] }>('SELECT (zhudian_today() - :days::int)::text AS since', { days });
  return rows[0].since;
}
