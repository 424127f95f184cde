import type { TestStack } from '../TestStack.ts';
import { moveBrowsers } from './moveBrowsers.ts';

export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

/**
 * Lets time pass: the one clock that rules, days and official moments follow goes ahead from where it stands, and with it the clock of
 * every browser of the journey. What is a machine's own (leases, retries, log-ins) goes on by the real one.
 *
 * @returns the moment it is now, as an instant
 */
export async function passTime({ database }: TestStack, { days = 0, hours = 0, minutes = 0 }: Span): Promise<Date> {
  const { rows } = await database.query<{ ahead: string; now: Date }>(
    `INSERT INTO zhudian_clock (ahead) VALUES (make_interval(hours => $1, mins => $2))
     ON CONFLICT (only_row) DO UPDATE SET ahead = zhudian_clock.ahead + EXCLUDED.ahead
     RETURNING extract(epoch FROM ahead) * 1000 AS ahead, clock_timestamp() + ahead AS now`,
    [days * 24 + hours, minutes],
  );
  const moved = rows[0];
  if (!moved) throw new Error('the clock did not move');
  await moveBrowsers(Number(moved.ahead));
  return moved.now;
}
