import { isReservedAddress } from '@zhudian/core/mail/isReservedAddress.ts';
import { readAddresses } from '@zhudian/core/mail/readAddresses.ts';
import { validateSettings } from '@zhudian/core/settings/validateSettings.ts';
import type { Knex } from 'knex';
import { isLoopback } from '../background/isLoopback.ts';
import type { Config } from '../config.ts';
import { readSettings } from './Settings.ts';

/** Where official mail is addressed to nobody, in words for whoever puts it right. */
export interface AddressFaults {
  /** Entries that no mail goes to: they are left out when a report is mailed. */
  readonly unusable: readonly string[];
  /** The examples an installation begins with, where people rely on it: of the city office (nobody learns of a major hazard), and of counties. */
  readonly examples: { readonly city: readonly string[]; readonly counties: readonly string[] };
}

/** What is wrong with the addresses of the settings and of counties. */
export async function addressFaults(database: Knex, config: Config): Promise<AddressFaults> {
  const row: Record<string, unknown> | undefined = await database('settings').first('city_office_emails', 'operations_email', 'escalation_plan');
  const counties = await database('counties').whereNotNull('email').orderBy('code').select<{ name: string; email: string }[]>('name', 'email');
  const unusable = [
    ...validateSettings(row ?? {}).map(({ message }) => message),
    ...counties.flatMap(({ name, email }) => {
      const wrong = readAddresses(email).unusable;
      return wrong.length === 0 ? [] : [`${name}：电子邮箱“${wrong.join('、')}”无效，收不到重大隐患报告的抄送，请在“县（市、区）”中改正`];
    }),
  ];
  if (!isReliedOn(config)) return { unusable, examples: { city: [], counties: [] } };

  const { city_office_emails, operations_email, escalation_plan } = await readSettings(database);
  const city = [...city_office_emails, operations_email ?? '', ...escalation_plan.map(({ email }) => email)].filter(isReservedAddress);
  const named = counties.filter(({ email }) => readAddresses(email).usable.some(isReservedAddress)).map(({ name }) => name);
  return {
    unusable,
    examples: {
      city:
        city.length === 0
          ? []
          : [`市专项行动办的 ${[...new Set(city)].join('、')} 是示例地址，没有人会收到重大隐患报告；请在“系统设置”中改为真实地址`],
      counties: named.length === 0 ? [] : [`${named.join('、')}：电子邮箱是示例地址，收不到抄送和催办；请在“县（市、区）”中改为真实地址`],
    },
  };
}

/** Whether people rely on what is mailed from here: it goes to a relay elsewhere, or they reach the installation over https. */
function isReliedOn({ ZHUDIAN_SMTP_HOST, PUBLIC_URL }: Config): boolean {
  return !isLoopback(ZHUDIAN_SMTP_HOST) || PUBLIC_URL.startsWith('https:');
}
