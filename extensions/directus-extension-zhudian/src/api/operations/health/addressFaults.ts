import { readAddresses } from '@zhudian/core/mail/readAddresses.ts';
import { validateSettings } from '@zhudian/core/settings/validateSettings.ts';
import type { Knex } from 'knex';
import { isLoopback } from '@zhudian/host/isLoopback.ts';
import type { Config } from '@zhudian/host/config.ts';
import { exampleAddresses, type Examples } from './exampleAddresses.ts';
import type { Settings } from '../../settings/Settings.ts';

/** Where official mail is addressed to nobody, in words for whoever puts it right. */
export interface AddressFaults {
  /** Entries that no mail goes to: they are left out when a report is mailed. */
  readonly unusable: readonly string[];
  /** None where nobody relies on what is mailed. */
  readonly examples: Examples;
}

/** What is wrong with the addresses of the settings and of counties. */
export async function addressFaults(settings: Settings, database: Knex, config: Config): Promise<AddressFaults> {
  const row = await database('settings').first('city_office_emails', 'operations_email', 'escalation_plan');
  const counties = await database('counties').whereNotNull('email').orderBy('code').select<{ name: string; email: string }[]>('name', 'email');
  const unusable = [
    ...validateSettings(row ?? {}).map(({ message }) => message),
    ...counties.flatMap(({ name, email }) => {
      const wrong = readAddresses(email).unusable;
      return wrong.length === 0 ? [] : [`${name}：电子邮箱“${wrong.join('、')}”无效，收不到重大隐患报告的抄送，请在“县（市、区）”中改正`];
    }),
  ];
  return { unusable, examples: isReliedOn(config) ? exampleAddresses(settings, counties) : { city: [], others: [] } };
}

/** Whether people rely on what is mailed from here: it goes to a relay elsewhere, or they reach the installation over https. */
function isReliedOn({ ZHUDIAN_SMTP_HOST, PUBLIC_URL }: Config): boolean {
  return !isLoopback(ZHUDIAN_SMTP_HOST) || PUBLIC_URL.startsWith('https:');
}
