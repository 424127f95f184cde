import { knowsYear } from '@zhudian/core/calendar/knowsYear.ts';
import { collectDigests } from '@zhudian/core/reminders/collectDigests.ts';
import type { Digest } from '@zhudian/core/reminders/Digest.ts';
import { dueReminders } from '@zhudian/core/reminders/dueReminders.ts';
import type { Knex } from 'knex';
import { readMoment, type Moment } from '../settings/readMoment.ts';
import { readSettings } from '../settings/Settings.ts';
import { gatherAudiences } from './gatherAudiences.ts';
import { gatherMatters } from './gatherMatters.ts';

/** What is due to be sent at a moment and was not sent, person by person. */
export interface Reminders extends Moment {
  /** ISO 8601. */
  readonly at: string;
  /** Whether the holidays of the year are known; otherwise only weekends are kept free. */
  readonly holidays_known: boolean;
  readonly digests: readonly Digest[];
}

/** What is due at a moment, from what stands in the database now. */
export async function readReminders(at: Date, database: Knex): Promise<Reminders> {
  const settings = await readSettings(database);
  const moment = readMoment(at, settings);
  const { day } = moment;
  const city = settings.city_office_emails.map((email) => ({ name: settings.office_name, email }));
  const [matters, audiences] = await Promise.all([gatherMatters(day, database), gatherAudiences(day, city, database)]);
  const reminders = dueReminders(matters, settings.reminder_plan, day);
  const [sent, mailed] = await Promise.all([
    database.raw<{ rows: { key: string; recipient: string }[] }>('SELECT key, recipient FROM reminders_sent WHERE key = ANY(:keys::text[])', {
      keys: reminders.map(({ key }) => key),
    }),
    database('deliveries').where('key', 'like', `reminders:${day}:%`).select('key'),
  ]);
  return {
    at: at.toISOString(),
    ...moment,
    holidays_known: knowsYear(Number(day.slice(0, 4))),
    digests: collectDigests(reminders, { day, audiences, sent: sent.rows, mailed: mailed.map(({ key }) => key) }),
  };
}
