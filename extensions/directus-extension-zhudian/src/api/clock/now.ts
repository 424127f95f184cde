import type { Knex } from 'knex';

/** The moment it is for rules about deadlines and reminders; a rehearsal's clock counts (schema/sql/001-foundations.sql). */
export async function now(database: Knex): Promise<Date> {
  const { rows } = await database.raw<{ rows: [{ now: Date }] }>('SELECT zhudian_now() AS now');
  return rows[0].now;
}
