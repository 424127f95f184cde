import type { Matter } from './Matter.ts';
import type { Audience } from './ReminderRule.ts';

/** A matter of which people are to be reminded now. */
export interface Reminder extends Matter {
  /** `kind:subject:stage:period`: the same as long as it is the same reminder. */
  readonly key: string;
  readonly to: readonly Audience[];
  /** Calendar days until the anchor; negative after it. */
  readonly days_left: number;
  /** Working days until the anchor; negative after it. */
  readonly workdays_left: number;
  readonly overdue: boolean;
}
