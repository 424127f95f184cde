import { unlikelyFigures } from '@zhudian/core/suspicions/unlikelyFigures.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { firstDay } from './firstDay.ts';
import { readThresholds } from './readThresholds.ts';
import { readVisitFigures } from './readVisitFigures.ts';
import { storeSuspicions } from './storeSuspicions.ts';

const AT_ONCE = 500;

/** Looks at the figures of visits that were handed in or corrected a moment ago: whoever typed one nought too many is still there to ask. */
export async function lookAtFigures({ database }: Pick<Runtime, 'database'>): Promise<void> {
  const waiting: unknown = await database('suspicion_visits').first('visit');
  if (waiting === undefined) return;
  await database.transaction(async (transaction) => {
    // The same place in the queue as the look at everything: one that read earlier never stores later.
    await transaction.raw(`SELECT pg_advisory_xact_lock(hashtext('zhudian.suspicions'))`);
    const taken = await transaction.raw<{ rows: { visit: string }[] }>(
      `DELETE FROM suspicion_visits WHERE seq IN (SELECT seq FROM suspicion_visits ORDER BY seq LIMIT :most FOR UPDATE SKIP LOCKED) RETURNING visit`,
      { most: AT_ONCE },
    );
    const visits = [...new Set(taken.rows.map(({ visit }) => visit))];
    if (visits.length === 0) return;
    const thresholds = await readThresholds(transaction);
    const figures = await readVisitFigures(transaction, await firstDay(transaction, thresholds.days), thresholds, visits);
    await storeSuspicions(transaction, unlikelyFigures(figures, thresholds), { figuresOf: visits });
  });
}
