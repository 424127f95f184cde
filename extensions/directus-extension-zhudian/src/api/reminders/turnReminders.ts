import type { Knex } from 'knex';
import { emitInWorkingHours } from '../events/emitInWorkingHours.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { readReminders } from './readReminders.ts';

/** Tells the outbox when there is something to remind of; the calendar's own work. */
export async function turnReminders({ database, config }: Runtime): Promise<void> {
  if (config.ZHUDIAN_CALENDAR_WORK) await emitReminders(database);
}

/**
 * Writes an event where something is due.
 *
 * @returns the event's key, or null where there is none to write
 */
export async function emitReminders(database: Knex): Promise<string | null> {
  const gather = async (moment: Date): Promise<{ people: number } | null> => {
    const { length: people } = (await readReminders(moment, database)).digests;
    return people > 0 ? { people } : null;
  };
  return await emitInWorkingHours('reminders.due', gather, database);
}
