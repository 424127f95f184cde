import { outliers } from '@zhudian/core/suspicions/outliers.ts';
import { outsiders } from '@zhudian/core/suspicions/outsiders.ts';
import { overlaps } from '@zhudian/core/suspicions/overlaps.ts';
import { sameTexts } from '@zhudian/core/suspicions/sameTexts.ts';
import { shortVisits } from '@zhudian/core/suspicions/shortVisits.ts';
import { unlikelyFigures } from '@zhudian/core/suspicions/unlikelyFigures.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { firstDay } from './firstDay.ts';
import { readHistories } from './readHistories.ts';
import { readOutsiders } from './readOutsiders.ts';
import { readStays } from './readStays.ts';
import { readTexts } from './readTexts.ts';
import { readThresholds } from './readThresholds.ts';
import { readVisitFigures } from './readVisitFigures.ts';
import { storeSuspicions } from './storeSuspicions.ts';

/** Looks for suspicious records afresh and keeps what was found; finding the same again changes nothing. */
export async function findSuspicions({ database }: Pick<Runtime, 'database'>): Promise<void> {
  await database.transaction(async (transaction) => {
    // Before anything is read: one that read earlier and stored later would take away what another has just found.
    await transaction.raw(`SELECT pg_advisory_xact_lock(hashtext('zhudian.suspicions'))`);
    const thresholds = await readThresholds(transaction);
    const since = await firstDay(transaction, thresholds.days);
    const texts = await readTexts(transaction, since);
    const stays = await readStays(transaction, since);
    const histories = await readHistories(transaction);
    const found = [
      ...sameTexts(texts, thresholds.same_text_visits),
      ...overlaps(stays),
      ...shortVisits(stays, thresholds.short_minutes),
      ...outliers(histories, thresholds),
      ...outsiders(await readOutsiders(transaction, since)),
      ...unlikelyFigures(await readVisitFigures(transaction, since, thresholds, null), thresholds),
    ];
    await storeSuspicions(transaction, found, { since });
  });
}
