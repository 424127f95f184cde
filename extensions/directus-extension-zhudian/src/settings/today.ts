import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import type { Knex } from 'knex';
import { PerTransaction } from '../hook/perTransaction.ts';

const days = new PerTransaction<string>();

/** The day it is at the city office, `YYYY-MM-DD`. */
export async function today(database: Knex): Promise<string> {
  return await days.get(database, 'today', async () => {
    const row = (await database('settings').select('timezone').first()) as { timezone: string | null } | undefined;
    return dayIn(new Date(), row?.timezone ?? 'Asia/Shanghai');
  });
}
