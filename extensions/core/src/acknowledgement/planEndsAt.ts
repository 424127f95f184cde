import type { EscalationPlan } from './EscalationPlan.ts';

/** Minutes after the report at which the last step of the plan is due; when nobody confirms after that, it has not helped. */
export function planEndsAt({ contacts, acknowledge_minutes, repeat_minutes, max_steps }: EscalationPlan): number {
  const times = contacts.map(({ after_minutes }) => acknowledge_minutes + after_minutes).sort((a, b) => a - b);
  if (max_steps <= 0) return acknowledge_minutes;
  const within = times[max_steps - 1];
  if (within !== undefined) return within;
  // Without a contact the first step is the office itself, when its time is over.
  return (times.at(-1) ?? acknowledge_minutes) + (max_steps - Math.max(times.length, 1)) * repeat_minutes;
}
