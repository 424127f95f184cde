import type { Audiences, Digest, Person } from './Digest.ts';
import type { Reminder } from './Reminder.ts';
import { recipientsOf } from './recipientsOf.ts';

interface Known {
  readonly day: string;
  readonly audiences: Audiences;
  /** What was handed over already: `recipient` in lower case. */
  readonly sent: readonly { readonly key: string; readonly recipient: string }[];
  /** Keys of digests that are in the mail ledger. */
  readonly mailed: readonly string[];
}

/**
 * One digest for each person, of what they were not told yet; nobody gets a second one on the same day. What comes up after it waits for the next
 * working day. In the order of the addresses, and of the reminders as they are given.
 */
export function collectDigests(reminders: readonly Reminder[], { day, audiences, sent, mailed }: Known): Digest[] {
  const told = new Set(sent.map(({ key, recipient }) => `${key} ${recipient}`));
  const people = new Map<string, { to: Person; reminders: Reminder[] }>();
  for (const reminder of reminders) {
    for (const to of recipientsOf(reminder, audiences)) {
      const address = to.email.toLowerCase();
      if (told.has(`${reminder.key} ${address}`)) continue;
      const digest = people.get(address) ?? { to, reminders: [] };
      people.set(address, digest);
      if (!digest.reminders.includes(reminder)) digest.reminders.push(reminder);
    }
  }
  return [...people]
    .map(([address, digest]) => ({ key: `reminders:${day}:${address}`, day, ...digest }))
    .filter(({ key }) => !mailed.includes(key))
    .sort((a, b) => a.key.localeCompare(b.key));
}
