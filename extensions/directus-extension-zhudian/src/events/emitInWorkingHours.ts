import type { Knex } from 'knex';
import type { Moment } from '../settings/readMoment.ts';

/**
 * Writes an event of a topic that can wait for the office to be at work: one an hour, in working hours of working days. While one waits (n8n is
 * down) there is no need for another: what is due is read when it is handled, not when it is written.
 *
 * @returns the event's key, or null where there is none to write
 */
export async function emitInWorkingHours(
  topic: 'reminders.due' | 'evaluations.due',
  facts: Readonly<Record<string, number>>,
  { working, day, hour }: Moment,
  database: Knex,
): Promise<string | null> {
  if (!working) return null;
  const open: unknown = await database('outbox').where({ topic }).whereNull('done_at').first('id');
  if (open) return null;
  const key = `${topic}:${day}T${hour}`;
  await database.raw('SELECT zhudian_emit(:key, :topic, NULL, :facts::json)', { key, topic, facts: JSON.stringify({ day, ...facts }) });
  return key;
}
