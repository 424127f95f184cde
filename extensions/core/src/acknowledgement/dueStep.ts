/** Whom to turn to when nobody has confirmed a major hazard, and how many minutes after the time to do so is over. */
export interface EscalationContact {
  readonly name: string;
  readonly email: string;
  readonly after_minutes: number;
}

/** The plan kept in the settings. */
export interface EscalationPlan {
  readonly contacts: readonly EscalationContact[];
  /** Minutes the office has to confirm; the plan begins when they are over. */
  readonly acknowledge_minutes: number;
  /** After the last contact, all are written to again each so many minutes. */
  readonly repeat_minutes: number;
  readonly max_steps: number;
}

/** A step that is due: its number from 1, and who is written to. */
export interface DueStep {
  readonly step: number;
  readonly to: readonly string[];
}

/**
 * The latest step of the plan that is due so many minutes after the report, or null. Steps missed while nothing ran
 * are not made up one by one: whoever is due now is written to, with everyone of the steps before.
 * Source: domain rule 7, unacknowledged goes to the next contact.
 */
export function dueStep(plan: EscalationPlan, minutes: number): DueStep | null {
  const contacts = [...plan.contacts].sort((a, b) => a.after_minutes - b.after_minutes);
  const times = contacts.map((contact) => plan.acknowledge_minutes + contact.after_minutes);
  const last = times.at(-1) ?? plan.acknowledge_minutes;
  const reached = contacts.length === 0 ? 0 : times.filter((time) => time <= minutes).length;
  const repeats = minutes < last ? 0 : Math.floor((minutes - last) / plan.repeat_minutes) + (contacts.length === 0 ? 1 : 0);
  const step = Math.min(reached + repeats, plan.max_steps);
  if (step <= 0) return null;
  return { step, to: [...new Set(contacts.slice(0, reached).map((contact) => contact.email))] };
}
