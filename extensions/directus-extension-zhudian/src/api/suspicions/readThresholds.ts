import type { Thresholds } from '@zhudian/core/suspicions/Thresholds.ts';
import type { Knex } from 'knex';
import { z } from 'zod/v4';

const most = (usual: number) => z.number().int().min(1).catch(usual);

const Row = z.object({
  suspicion_days: z.number().int().min(1).catch(92),
  suspicion_same_text_visits: z.number().int().min(2).catch(3),
  suspicion_short_minutes: z.number().int().min(1).catch(30),
  suspicion_outlier_months: z.number().int().min(3).catch(6),
  suspicion_outlier_factor: z.number().int().min(1).catch(5),
  suspicion_most_responsibility_lists_checked: most(100),
  suspicion_most_rules_improved: most(20),
  suspicion_most_morning_meetings_urged: most(5),
  suspicion_most_warning_educations_urged: most(5),
  suspicion_most_drills_urged: most(3),
  suspicion_most_reward_amount_wan: most(10),
  suspicion_most_hazardous_work_supervised: most(10),
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
    most: {
      responsibility_lists_checked: row.suspicion_most_responsibility_lists_checked,
      rules_improved: row.suspicion_most_rules_improved,
      morning_meetings_urged: row.suspicion_most_morning_meetings_urged,
      warning_educations_urged: row.suspicion_most_warning_educations_urged,
      drills_urged: row.suspicion_most_drills_urged,
      reward_amount_wan: row.suspicion_most_reward_amount_wan,
      hazardous_work_supervised: row.suspicion_most_hazardous_work_supervised,
    },
  };
}
