import type { z } from 'zod/v4';
import type { FieldFault } from '../errors/FieldFault.ts';
import { MailAddress } from '../mail/MailAddress.ts';
import { EscalationContactEntry } from './EscalationContactEntry.ts';

/**
 * What is wrong with where major hazards are mailed to. Reading the settings leaves out an entry that cannot be used, so that the others still
 * get their mail; whoever writes it has to learn of it, since nobody else would.
 *
 * @param settings the fields to look at; one that is not there is not looked at
 */
export function validateSettings(settings: Readonly<Record<string, unknown>>): FieldFault[] {
  const { city_office_emails, operations_email, escalation_plan } = settings;
  const faults: FieldFault[] = [];
  if (city_office_emails !== undefined) {
    const addresses = listOf(city_office_emails);
    if (addresses.length === 0)
      faults.push({ field: 'city_office_emails', rule: 'settings.city_office_emails.required', message: '重大隐患直报邮箱：至少填写一个有效地址' });
    faults.push(...entryFaults('city_office_emails', '重大隐患直报邮箱', addresses, MailAddress));
  }
  if (operations_email !== undefined && operations_email !== null && operations_email !== '') {
    faults.push(...entryFaults('operations_email', '运维邮箱', [operations_email], MailAddress));
  }
  if (escalation_plan !== undefined) faults.push(...entryFaults('escalation_plan', '催办名单', listOf(escalation_plan), EscalationContactEntry));
  return faults;
}

/** One fault for a field: every entry in it that cannot be used, by its place and with what is wrong. */
function entryFaults(field: string, label: string, entries: readonly unknown[], Entry: z.ZodType): FieldFault[] {
  const wrong = entries.flatMap((entry, index) => {
    const { error } = Entry.safeParse(entry);
    return error ? [`第 ${index + 1} 项：${error.issues.map(({ message }) => message).join('、')}`] : [];
  });
  return wrong.length === 0
    ? []
    : [{ field, rule: `settings.${field}.usable`, message: `${label}${wrong.join('；')}。这样的条目收不到邮件，请改正或删除` }];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
