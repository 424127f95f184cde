import { readAddresses } from '@zhudian/core/mail/readAddresses.ts';
import { validateSettings } from '@zhudian/core/settings/validateSettings.ts';
import type { Knex } from 'knex';

/** Entries that no mail goes to, of the settings and of counties, in words: they are left out when a report is mailed, and somebody has to put them right. */
export async function addressFaults(database: Knex): Promise<string[]> {
  const settings: Record<string, unknown> | undefined = await database('settings').first('city_office_emails', 'operations_email', 'escalation_plan');
  const counties = await database('counties').whereNotNull('email').orderBy('code').select<{ name: string; email: string }[]>('name', 'email');
  return [
    ...validateSettings(settings ?? {}).map(({ message }) => message),
    ...counties.flatMap(({ name, email }) => {
      const { unusable } = readAddresses(email);
      return unusable.length === 0 ? [] : [`${name}：电子邮箱“${unusable.join('、')}”无效，收不到重大隐患报告的抄送，请在“县（市、区）”中改正`];
    }),
  ];
}
