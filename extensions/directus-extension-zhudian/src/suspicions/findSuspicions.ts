import { outliers } from '@zhudian/core/suspicions/outliers.ts';
import { overlaps } from '@zhudian/core/suspicions/overlaps.ts';
import { sameTexts } from '@zhudian/core/suspicions/sameTexts.ts';
import { shortVisits } from '@zhudian/core/suspicions/shortVisits.ts';
import type { Runtime } from '../Runtime.ts';
import { readHistories } from './readHistories.ts';
import { readStays } from './readStays.ts';
import { readTexts } from './readTexts.ts';
import { readThresholds } from './readThresholds.ts';
import { storeSuspicions } from './storeSuspicions.ts';

/** Looks for suspicious records afresh and keeps what was found; finding the same again changes nothing. */
export async function findSuspicions({ database }: Pick<Runtime, 'database'>): Promise<void> {
  const thresholds = await readThresholds(database);
  const bounds = await database.raw<{ rows: [{ since: string }] }>('SELECT (zhudian_today() - :days::int)::text AS since', { days: thresholds.days });
  const { since } = bounds.rows[0];
  const texts = await readTexts(database, since);
  const stays = await readStays(database, since);
  const histories = await readHistories(database);
  const found = [
    ...sameTexts(texts, thresholds.same_text_visits),
    ...overlaps(stays),
    ...shortVisits(stays, thresholds.short_minutes),
    ...outliers(histories, thresholds),
  ];
  await storeSuspicions(database, found, since);
}
