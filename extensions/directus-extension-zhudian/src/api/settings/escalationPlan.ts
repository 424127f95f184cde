import type { EscalationPlan } from '@zhudian/core/acknowledgement/EscalationPlan.ts';
import type { Settings } from './Settings.ts';

/** The plan as the settings keep it. */
export function escalationPlan(settings: Settings): EscalationPlan {
  return {
    contacts: settings.escalation_plan,
    acknowledge_minutes: settings.acknowledge_minutes,
    repeat_minutes: settings.escalation_repeat_minutes,
    max_steps: settings.escalation_max_steps,
  };
}
