import type { EscalationPlan } from './EscalationPlan.ts';
import { planEndsAt } from './planEndsAt.ts';

/** Once the plan is used up: a step every four hours, for a week. What nobody confirmed then is told by health and the alarm alone. */
const AFTERWARDS = { minutes: 240, steps: 42 } as const;

/** A step that is due: its number from 1, and who is written to. */
export interface DueStep {
  readonly step: number;
  readonly to: readonly string[];
}

/**
 * The latest step of the plan that is due so many minutes after the report, or null. Steps missed while nothing ran
 * are not made up one by one: whoever is due now is written to, with everyone of the steps before.
 * After the last step they go on slowly: silence would look as if somebody had confirmed.
 * Source: domain rule 7, unacknowledged goes to the next contact.
 */
export function dueStep(plan: EscalationPlan, minutes: number): DueStep | null {
  const contacts = [...plan.contacts].sort((a, b) => a.after_minutes - b.after_minutes);
  const times = contacts.map((contact) => plan.acknowledge_minutes + contact.after_minutes);
  const last = times.at(-1) ?? plan.acknowledge_minutes;
  const reached = contacts.length === 0 ? 0 : times.filter((time) => time <= minutes).length;
  const repeats = minutes < last ? 0 : Math.floor((minutes - last) / plan.repeat_minutes) + (contacts.length === 0 ? 1 : 0);
  const ends = planEndsAt(plan);
  const afterwards = minutes > ends ? Math.floor((minutes - ends) / AFTERWARDS.minutes) : 0;
  if (plan.max_steps <= 0 || afterwards > AFTERWARDS.steps) return null;
  const step = Math.min(reached + repeats, plan.max_steps) + afterwards;
  if (step === 0) return null;
  return { step, to: [...new Set(contacts.slice(0, reached).map((contact) => contact.email))] };
}
