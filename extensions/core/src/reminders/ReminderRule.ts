import { z } from 'zod/v4';
import { REMINDER_KINDS } from './ReminderKind.ts';

/** To whom: the enterprise's team, the county's contacts and its office, the city's list. */
export const AUDIENCES = ['team', 'county', 'city'] as const;

export type Audience = (typeof AUDIENCES)[number];

/** One line of the reminder plan, as the settings keep it. */
export const ReminderRule = z.object({
  kind: z.enum(REMINDER_KINDS),
  /** How long after the matter's own day, or before it where negative; see `defaultPlan`. */
  days: z.coerce.number().int().min(-60).max(60),
  unit: z.enum(['days', 'workdays']).catch('days'),
  to: z.array(z.enum(AUDIENCES)).min(1),
});

export type ReminderRule = z.infer<typeof ReminderRule>;
