import type { ReminderRule } from './ReminderRule.ts';

/**
 * The plan a new installation comes with; what is left empty in the settings has this one. `days` counts from: the last day of the month
 * (visit_missing) or quarter (evaluation), the deadline (rectification, report, inspection_reply), the day of the return (visit_returned), the day a
 * hazard was found (deadline_missing), the eve of each month (contacts_missing, opening_balance_missing). Evaluations have a workflow of their own that asks for them (`quarterly-evaluations`): an office that puts them
 * into its plan wants them in the digest as well.
 */
export const defaultPlan: readonly ReminderRule[] = [
  { kind: 'visit_missing', days: -15, unit: 'days', to: ['team'] },
  { kind: 'visit_missing', days: -5, unit: 'workdays', to: ['team', 'county'] },
  { kind: 'visit_missing', days: 1, unit: 'workdays', to: ['county', 'city'] },
  { kind: 'rectification', days: -3, unit: 'days', to: ['team'] },
  { kind: 'rectification', days: 1, unit: 'days', to: ['team', 'county'] },
  { kind: 'rectification', days: 7, unit: 'days', to: ['team', 'county', 'city'] },
  { kind: 'deadline_missing', days: 1, unit: 'workdays', to: ['team'] },
  { kind: 'deadline_missing', days: 3, unit: 'workdays', to: ['team', 'county'] },
  { kind: 'report', days: -5, unit: 'workdays', to: ['county'] },
  { kind: 'report', days: -2, unit: 'workdays', to: ['county'] },
  { kind: 'report', days: 0, unit: 'workdays', to: ['county'] },
  { kind: 'report', days: 1, unit: 'workdays', to: ['county', 'city'] },
  { kind: 'inspection_reply', days: -3, unit: 'workdays', to: ['county'] },
  { kind: 'inspection_reply', days: 1, unit: 'workdays', to: ['county', 'city'] },
  { kind: 'visit_returned', days: 1, unit: 'workdays', to: ['team'] },
  { kind: 'visit_returned', days: 3, unit: 'workdays', to: ['team', 'county'] },
  { kind: 'contacts_missing', days: 1, unit: 'workdays', to: ['county', 'city'] },
  { kind: 'opening_balance_missing', days: 1, unit: 'workdays', to: ['county', 'city'] },
];
