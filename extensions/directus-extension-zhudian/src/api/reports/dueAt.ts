import type { Knex } from 'knex';

/** Until when the reports of a month are due, an ISO moment: the one set for that month, or the day and time of the settings. */
export async function dueAt(period: string, database: Knex): Promise<string> {
  const { rows } = await database.raw<{ rows: [{ due: Date }] }>('SELECT zhudian_report_due(:period) AS due', { period });
  return rows[0].due.toISOString();
}
