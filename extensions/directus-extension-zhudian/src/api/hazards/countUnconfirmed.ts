import { planEndsAt } from '@zhudian/core/acknowledgement/planEndsAt.ts';
import type { Knex } from 'knex';
import { isAheadSql } from '../clock/isAheadSql.ts';
import { QUERY_TIMEOUT } from '../runtime/queryTimeout.ts';
import { escalationPlan } from '../settings/escalationPlan.ts';
import { readSettings } from '../settings/Settings.ts';

/** Major hazards that were reported, that the whole plan was gone through for, and that nobody has confirmed. Those put right and verified are over, and so are void ones. */
export async function countUnconfirmed(database: Knex): Promise<number> {
  const minutes = planEndsAt(escalationPlan(await readSettings(database)));
  const { rows } = await database
    .raw<{ rows: [{ count: number }] }>(
      `SELECT count(*)::int AS count FROM hazards
     WHERE severity = 'major' AND acknowledged_at IS NULL AND status NOT IN ('verified', 'void')
       AND (reported_at < zhudian_now() - ? * interval '1 minute' OR ${isAheadSql('reported_at', 'zhudian_now()')})`,
      [minutes],
    )
    .timeout(QUERY_TIMEOUT);
  return rows[0].count;
}
