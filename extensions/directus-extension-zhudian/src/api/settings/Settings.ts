import { MailAddress } from '@zhudian/core/mail/MailAddress.ts';
import { readPlan } from '@zhudian/core/reminders/readPlan.ts';
import { EscalationContactEntry } from '@zhudian/core/settings/EscalationContactEntry.ts';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { NotConfiguredError } from '../errors/errors.ts';

/** The entries of a list that are as they should be: a mistyped one must not keep a report from the others. */
const usable = <Schema extends z.ZodType>(entry: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) =>
      entries.flatMap((candidate): z.infer<Schema>[] => {
        const result = entry.safeParse(candidate);
        return result.success ? [result.data] : [];
      }),
    );

const Settings = z.object({
  office_name: z.string().catch('市化工专项行动办'),
  city_office_emails: usable(MailAddress).refine((addresses) => addresses.length > 0, '重大隐患直报邮箱：至少一个有效地址'),
  operations_email: z.string().nullish().catch(null),
  timezone: z.string().catch('Asia/Shanghai'),
  handover_seconds: z.number().int().min(1).catch(30),
  acknowledge_minutes: z.number().min(0).catch(15),
  escalation_plan: usable(EscalationContactEntry),
  escalation_repeat_minutes: z.number().int().min(1).catch(30),
  escalation_max_steps: z.number().int().min(0).catch(20),
  acknowledge_valid_days: z.number().int().min(1).catch(30),
  reminder_plan: z.unknown().transform(readPlan),
  work_starts_at: z.string().catch('08:30'),
  work_ends_at: z.string().catch('17:30'),
});

export type Settings = z.infer<typeof Settings>;

/** The settings an administrator keeps in the panel; what was left empty, or cannot be used, has its default. */
export async function readSettings(database: Knex): Promise<Settings> {
  const row = await database('settings').first();
  const given = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null && value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) throw new NotConfiguredError({ what: result.error.issues.map(({ message }) => message).join('、') });
  return result.data;
}
