import type { Thresholds } from '@zhudian/core/suspicions/Thresholds.ts';
import type { Knex } from 'knex';
import { z } from 'zod/v4';

const Row = z.object({
  suspicion_days: z.number().int().min(1).catch(92),
  suspicion_same_text_visits: z.number().int().min(2).catch(3),
  suspicion_short_minutes: z.number().int().min(1).catch(30),
  suspicion_outlier_months: z.number().int().min(3).catch(6),
  suspicion_outlier_factor: z.number().int().min(1).catch(5),
});

/** What an administrator keeps in the settings; what was left empty, or cannot be used, has its default. `days`: how far back visits are looked at. */
export async function readThresholds(database: Knex): Promise<Thresholds & { readonly days: number }> {
  const row = Row.parse((await database('settings').first<Record<string, unknown> | undefined>()) ?? {});
  return {
    days: row.suspicion_days,
    same_text_visits: row.suspicion_same_text_visits,
    short_minutes: row.suspicion_short_minutes,
    outlier_months: row.suspicion_outlier_months,
    outlier_factor: row.suspicion_outlier_factor,
  };
}
