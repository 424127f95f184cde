import type { Knex } from 'knex';
import { now } from '../clock/now.ts';
import { readMoment } from '../settings/readMoment.ts';
import { readSettings } from '../settings/Settings.ts';

/**
 * Writes an event of a topic that can wait for the office to be at work: one an hour, in working hours of working days. While one waits (n8n is
 * down) there is no need for another: what is due is read when it is handled, not when it is written.
 *
 * @param gather what the event says of what is due, null where nothing is; not asked while no event could be written
 * @returns the event's key, or null where there is none to write
 */
export async function emitInWorkingHours(
  topic: 'reminders.due' | 'evaluations.due',
  gather: (moment: Date) => Promise<Readonly<Record<string, number>> | null>,
  database: Knex,
): Promise<string | null> {
  const at = await now(database);
  const { working, day, hour } = readMoment(at, await readSettings(database));
  if (!working) return null;
  const open: unknown = await database('outbox').where({ topic }).whereNull('done_at').first('id');
  if (open) return null;
  const facts = await gather(at);
  if (!facts) return null;
  const key = `${topic}:${day}T${hour}`;
  await database.raw('SELECT zhudian_emit(:key, :topic, NULL, :facts::json)', { key, topic, facts: JSON.stringify({ day, ...facts }) });
  return key;
}
