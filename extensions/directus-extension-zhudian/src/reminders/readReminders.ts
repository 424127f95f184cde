import { dayIn } from '@zhudian/core/calendar/dayIn.ts';
import { isWorkingMoment } from '@zhudian/core/calendar/isWorkingMoment.ts';
import { knowsYear } from '@zhudian/core/calendar/knowsYear.ts';
import { collectDigests } from '@zhudian/core/reminders/collectDigests.ts';
import type { Digest } from '@zhudian/core/reminders/Digest.ts';
import { dueReminders } from '@zhudian/core/reminders/dueReminders.ts';
import type { Knex } from 'knex';
import { readSettings } from '../settings/Settings.ts';
import { gatherAudiences } from './gatherAudiences.ts';
import { gatherMatters } from './gatherMatters.ts';

/** What is due to be sent at a moment and was not sent, person by person. */
export interface Reminders {
  /** ISO 8601. */
  readonly at: string;
  readonly day: string;
  /** Hour of the office's clock, two digits. */
  readonly hour: string;
  /** Whether the office is at work then: nothing goes out when it is not. */
  readonly working: boolean;
  /** Whether the holidays of the year are known; otherwise only weekends are kept free. */
  readonly holidays_known: boolean;
  readonly digests: readonly Digest[];
}

/** What is due at a moment, from what stands in the database now. */
export async function readReminders(at: Date, database: Knex): Promise<Reminders> {
  const settings = await readSettings(database);
  const { timezone, office_name } = settings;
  const day = dayIn(at, timezone);
  const city = settings.city_office_emails.map((email) => ({ name: office_name, email }));
  const [matters, audiences] = await Promise.all([gatherMatters(day, database), gatherAudiences(day, city, database)]);
  const reminders = dueReminders(matters, settings.reminder_plan, day);
  const [sent, mailed] = await Promise.all([
    database.raw<{ rows: { key: string; recipient: string }[] }>('SELECT key, recipient FROM reminders_sent WHERE key = ANY(:keys::text[])', {
      keys: reminders.map(({ key }) => key),
    }),
    database('deliveries').where('key', 'like', `reminders:${day}:%`).select<{ key: string }[]>('key'),
  ]);
  return {
    at: at.toISOString(),
    day,
    hour: new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(at),
    working: isWorkingMoment(at, { start: settings.work_starts_at, end: settings.work_ends_at, timezone }),
    holidays_known: knowsYear(Number(day.slice(0, 4))),
    digests: collectDigests(reminders, { day, audiences, sent: sent.rows, mailed: mailed.map(({ key }) => key) }),
  };
}
