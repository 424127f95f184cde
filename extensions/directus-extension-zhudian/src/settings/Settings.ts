import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { NotConfiguredError } from '../errors/errors.ts';

const Settings = z.object({
  office_name: z.string().default('市化工专项行动办'),
  city_office_emails: z.array(z.email()).min(1),
  operations_email: z.string().nullish(),
  timezone: z.string().default('Asia/Shanghai'),
  handover_seconds: z.number().int().min(1).default(30),
  acknowledge_minutes: z.number().min(0).default(15),
  escalation_plan: z.array(z.object({ name: z.string(), email: z.email(), after_minutes: z.coerce.number().min(0) })).nullish(),
  escalation_repeat_minutes: z.number().int().min(1).default(30),
  escalation_max_steps: z.number().int().min(0).default(20),
  acknowledge_valid_days: z.number().int().min(1).default(30),
});

export type Settings = z.infer<typeof Settings>;

/** The settings an administrator keeps in the panel; what was left empty has its default. */
export async function readSettings(database: Knex): Promise<Settings> {
  const row: Record<string, unknown> | undefined = await database('settings').first();
  const given = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null && value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) throw new NotConfiguredError({ what: result.error.issues.map((issue) => `${issue.path.join('.')}（${issue.message}）`).join('、') });
  return result.data;
}
