import { emitInWorkingHours } from '../events/emitInWorkingHours.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { evaluationRequests } from './evaluationRequests.ts';

/** Tells the outbox when counties are to be asked for their evaluation; the calendar's own work. */
export async function turnEvaluations(runtime: Runtime): Promise<void> {
  if (runtime.config.ZHUDIAN_CALENDAR_WORK) await emitEvaluations(runtime);
}

/**
 * Writes an event where somebody is to be asked.
 *
 * @returns the event's key, or null where there is none to write
 */
export async function emitEvaluations(runtime: Pick<Runtime, 'database' | 'config'>): Promise<string | null> {
  const gather = async (): Promise<{ counties: number } | null> => {
    const { length: counties } = await evaluationRequests(runtime);
    return counties > 0 ? { counties } : null;
  };
  return await emitInWorkingHours('evaluations.due', gather, runtime.database);
}
