import { defaultPlan } from './defaultPlan.ts';
import { ReminderRule } from './ReminderRule.ts';

/** The plan of the settings: its usable lines, since a mistyped one must not silence the others; the default where none was given. */
export function readPlan(given: unknown): readonly ReminderRule[] {
  if (!Array.isArray(given)) return defaultPlan;
  return given.flatMap((line: unknown) => {
    const result = ReminderRule.safeParse(line);
    return result.success ? [result.data] : [];
  });
}
