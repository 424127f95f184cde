/** What people are reminded of. */
export const REMINDER_KINDS = [
  'visit_missing',
  'rectification',
  'report',
  'evaluation',
  'visit_returned',
  'contacts_missing',
  'opening_balance_missing',
] as const;

export type ReminderKind = (typeof REMINDER_KINDS)[number];
