import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import type { Knex } from 'knex';

/** The day it is at the city office, `YYYY-MM-DD`. */
export async function today(database: Knex): Promise<string> {
  const row: { timezone: string | null } | undefined = await database('settings').select('timezone').first();
  return dayIn(new Date(), row?.timezone ?? 'Asia/Shanghai');
}
