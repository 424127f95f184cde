import type { TestStack } from '../TestStack.ts';
import { passTime } from './passTime.ts';

/** Lets time pass until a moment, ISO 8601; the journey's clock only goes ahead. */
export async function passUntil(test: TestStack, moment: string): Promise<Date> {
  const { rows } = await test.database.query<{ minutes: number }>('SELECT extract(epoch FROM $1::timestamptz - zhudian_now())::int / 60 AS minutes', [
    moment,
  ]);
  const minutes = rows[0]?.minutes ?? 0;
  if (minutes < 0) throw new Error(`${moment} is past already`);
  return await passTime(test, { minutes });
}
