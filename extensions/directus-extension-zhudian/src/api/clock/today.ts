import type { Knex } from 'knex';
import { PerTransaction } from '../runtime/PerTransaction.ts';

const days = new PerTransaction<string>();

/** The day it is at the city office, `YYYY-MM-DD`. */
export async function today(database: Knex): Promise<string> {
  return await days.get(database, 'today', async () => {
    const { rows } = await database.raw<{ rows: [{ today: string }] }>('SELECT zhudian_today()::text AS today');
    return rows[0].today;
  });
}
