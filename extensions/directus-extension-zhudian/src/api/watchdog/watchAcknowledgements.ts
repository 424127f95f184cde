import { dueStep } from '@zhudian/core/acknowledgement/dueStep.ts';
import { planEndsAt } from '@zhudian/core/acknowledgement/planEndsAt.ts';
import { isAheadSql } from '../clock/isAheadSql.ts';
import { raisedMillisSql } from '../hazards/raisedMillisSql.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { escalationPlan } from '../settings/escalationPlan.ts';
import { readSettings } from '../settings/Settings.ts';

interface Unacknowledged {
  readonly id: string;
  readonly reported: boolean;
  readonly minutes: number;
  readonly raised: string;
}

const RAISED = raisedMillisSql('h');

/**
 * Minutes since a moment. Where the clock was set back since, nobody knows how many: then as many as the whole plan takes. Everybody is written
 * to once, and the robot goes on telling it.
 */
const minutesSinceSql = (column: string): string =>
  `CASE WHEN ${isAheadSql(column, 'zhudian_now()')} THEN :planned ELSE extract(epoch FROM zhudian_now() - ${column})::float8 / 60 END AS minutes`;

/**
 * Makes the events of the escalation plan: a major hazard whose report nobody confirmed goes to the next contact, again
 * and again, until the city voids it. The event takes the same way as every other, so it also goes out with n8n dead. One whose report the relay does not
 * take goes to the contacts as well, counted from when it was raised, each once: their addresses may be taken, and mail
 * that does not leave at all must not pile up. What a restore holds is in the hands of people already, what was imported as history never had an event.
 */
export async function watchAcknowledgements(runtime: Runtime): Promise<void> {
  const { database } = runtime;
  const plan = escalationPlan(await readSettings(database));
  const { rows: waiting } = await database.raw<{ rows: Unacknowledged[] }>(
    `SELECT h.id, true AS reported, ${minutesSinceSql('h.reported_at')}, ${RAISED} AS raised
     FROM hazards h WHERE h.severity = 'major' AND h.status <> 'void' AND h.acknowledged_at IS NULL AND h.reported_at IS NOT NULL
     UNION ALL
     SELECT h.id, false, ${minutesSinceSql('h.major_since')}, ${RAISED}
     FROM hazards h JOIN outbox o ON o.key = 'hazard.major:' || h.id || ':' || ${RAISED}
     WHERE h.severity = 'major' AND h.status <> 'void' AND h.acknowledged_at IS NULL AND h.reported_at IS NULL
       AND NOT EXISTS (SELECT FROM deliveries d WHERE d.key = o.key
         AND (d.status = 'closed' OR d.status = 'dead' AND starts_with(coalesce(d.error, ''), zhudian_hold_reason())))`,
    { planned: planEndsAt(plan) },
  );
  for (const { id, reported, minutes, raised } of waiting) {
    const due = dueStep(reported ? plan : { ...plan, repeat_minutes: Infinity }, minutes);
    if (!due) continue;
    await database.raw(`SELECT zhudian_emit(?, 'hazard.unacknowledged', ?::uuid, ?::json)`, [
      `hazard.unacknowledged:${id}:${raised}:${due.step}`,
      id,
      JSON.stringify(due),
    ]);
  }
}
