/** What people are reminded of. */
export const REMINDER_KINDS = [
  'visit_missing',
  'rectification',
  'deadline_missing',
  'report',
  'evaluation',
  'inspection_reply',
  'visit_returned',
  'contacts_missing',
  'opening_balance_missing',
] as const;

export type ReminderKind = (typeof REMINDER_KINDS)[number];
