import { dueStep } from '@zhudian/core/acknowledgement/dueStep.ts';
import type { Runtime } from '../Runtime.ts';
import { readSettings } from '../settings/Settings.ts';

interface Unacknowledged {
  readonly id: string;
  readonly minutes: number;
  readonly raised: string;
}

/**
 * Makes the events of the escalation plan: a major hazard whose report nobody confirmed goes to the next contact, again
 * and again. The event takes the same way as every other, so it also goes out with n8n dead.
 */
export async function watchAcknowledgements(runtime: Runtime): Promise<void> {
  const { database } = runtime;
  const settings = await readSettings(database);
  const plan = {
    contacts: settings.escalation_plan,
    acknowledge_minutes: settings.acknowledge_minutes,
    repeat_minutes: settings.escalation_repeat_minutes,
    max_steps: settings.escalation_max_steps,
  };
  const waiting = await database('hazards')
    .where({ severity: 'major' })
    .whereNull('acknowledged_at')
    .whereNotNull('reported_at')
    .select<Unacknowledged[]>(
      'id',
      database.raw('extract(epoch FROM now() - reported_at)::float8 / 60 AS minutes'),
      database.raw('floor(extract(epoch FROM major_since) * 1000)::bigint::text AS raised'),
    );
  for (const hazard of waiting) {
    const due = dueStep(plan, hazard.minutes);
    if (!due) continue;
    await database.raw(`SELECT zhudian_emit(?, 'hazard.unacknowledged', ?::uuid, ?::json)`, [
      `hazard.unacknowledged:${hazard.id}:${hazard.raised}:${due.step}`,
      hazard.id,
      JSON.stringify(due),
    ]);
  }
}
