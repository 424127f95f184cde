import type { Knex } from 'knex';
import type { Runtime } from '../Runtime.ts';
import { now } from '../settings/now.ts';
import { readReminders } from './readReminders.ts';

/** Tells the outbox when there is something to remind of; the calendar's own work. */
export async function turnReminders({ database, config }: Runtime): Promise<void> {
  if (config.ZHUDIAN_CALENDAR_WORK) await emitReminders(database);
}

/**
 * Writes one event an hour, in working hours and where something is due. While one waits (n8n is down) there is no need for another: what is due is
 * read when it is handled, not when it is written.
 *
 * @returns the event's key, or null where there is none to write
 */
export async function emitReminders(database: Knex): Promise<string | null> {
  const { working, day, hour, digests } = await readReminders(await now(database), database);
  if (!working || digests.length === 0) return null;
  const open: unknown = await database('outbox').where({ topic: 'reminders.due' }).whereNull('done_at').first('id');
  if (open) return null;
  const key = `reminders.due:${day}T${hour}`;
  await database.raw(`SELECT zhudian_emit(:key, 'reminders.due', NULL, json_build_object('day', :day::text, 'people', :people::int))`, {
    key,
    day,
    people: digests.length,
  });
  return key;
}
