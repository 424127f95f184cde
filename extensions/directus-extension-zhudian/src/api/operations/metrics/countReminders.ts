import type { Knex } from 'knex';
import { readReminders } from '../../reminders/readReminders.ts';
import { now } from '../../clock/now.ts';
import type { Metrics } from './Metrics.ts';

type Counted = Pick<Metrics, 'reminders_due' | 'people_to_remind'>;

/** Milliseconds a count is good for: what is due is worked out anew from all that is not done. */
const GOOD_FOR = 60_000;

let last: { readonly at: number; readonly counted: Counted } | undefined;

/** How many reminders are due and not sent, and to how many people. */
export async function countReminders(database: Knex): Promise<Counted> {
  if (last && Date.now() - last.at < GOOD_FOR) return last.counted;
  const { digests } = await readReminders(await now(database), database);
  const counted = { reminders_due: digests.reduce((sum, { reminders }) => sum + reminders.length, 0), people_to_remind: digests.length };
  last = { at: Date.now(), counted };
  return counted;
}
