import type { ReminderKind } from './ReminderKind.ts';

/** Something that is not done, as the database tells it. Days are `YYYY-MM-DD`. */
export interface Matter {
  readonly kind: ReminderKind;
  /** Id of the enterprise, hazard, county or visit that it is about. */
  readonly subject: string;
  /** What tells this time from the next one of the same subject: a month, a quarter, a deadline, the moment of a return. */
  readonly period: string;
  /** The day the plan counts from: the month's or quarter's last day, the deadline, the day of the return, the day before the month. */
  readonly anchor: string;
  readonly county: { readonly id: string; readonly name: string };
  readonly enterprise: { readonly id: string; readonly name: string } | null;
  /** A hazard's title, a visit's day. */
  readonly title: string | null;
  /** A hazard's severity, the reason of a return. */
  readonly note: string | null;
  /** Where it is put right, a path of the panel. */
  readonly path: string;
}
