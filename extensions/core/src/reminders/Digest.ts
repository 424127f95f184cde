import type { Reminder } from './Reminder.ts';

/** Somebody who can be written to. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Who is behind an audience. */
export interface Audiences {
  /** By enterprise: the members of the team in force. */
  readonly teams: Readonly<Record<string, readonly Person[]>>;
  /** By county: its contacts and its office. */
  readonly counties: Readonly<Record<string, readonly Person[]>>;
  readonly city: readonly Person[];
}

/** All that one person is reminded of on a day: one mail. */
export interface Digest {
  /** Key of the mail: one a person and day. */
  readonly key: string;
  readonly day: string;
  readonly to: Person;
  readonly reminders: readonly Reminder[];
}
