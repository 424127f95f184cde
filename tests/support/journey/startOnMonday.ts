import type { TestStack } from '../TestStack.ts';
import { passTime } from './passTime.ts';

/** Lets time pass until the next Monday, nine in the morning in Beijing: whatever day a test is run on, its story has the same weekdays. */
export async function startOnMonday(test: TestStack): Promise<string> {
  const { rows } = await test.database.query<{ minutes: string }>(
    `SELECT ceil(extract(epoch FROM date_trunc('week', b.now) + interval '7 days 9 hours' - b.now) / 60) AS minutes
     FROM (SELECT zhudian_now() AT TIME ZONE 'Asia/Shanghai' AS now) b`,
  );
  await passTime(test, { minutes: Number(rows[0]?.minutes) });
  return await today(test);
}

/** The day it is at the city office, `YYYY-MM-DD`. */
async function today({ database }: TestStack): Promise<string> {
  const { rows } = await database.query<{ day: string }>('SELECT zhudian_today()::text AS day');
  return rows[0]?.day ?? '';
}
