import { isReservedAddress } from '@zhudian/core/mail/isReservedAddress.ts';
import { readAddresses } from '@zhudian/core/mail/readAddresses.ts';
import type { Settings } from '../../settings/Settings.ts';

/** The examples an installation begins with, in words: where the city office hears of major hazards, and everybody else. */
export interface Examples {
  readonly city: readonly string[];
  readonly others: readonly string[];
}

/** The examples among the addresses, by how grave it is that nobody reads there. */
export function exampleAddresses(
  { city_office_emails, operations_email, escalation_plan }: Pick<Settings, 'city_office_emails' | 'operations_email' | 'escalation_plan'>,
  counties: readonly { readonly name: string; readonly email: string }[],
): Examples {
  const tell = (found: readonly string[], text: (list: string) => string): string[] => (found.length === 0 ? [] : [text(found.join('、'))]);
  const put = '请改为真实地址';
  return {
    city: tell(city_office_emails.filter(isReservedAddress), (list) => `重大隐患直报邮箱 ${list} 是示例地址，没有人会收到报告；${put}（系统设置）`),
    others: [
      ...tell(
        escalation_plan.filter(({ email }) => isReservedAddress(email)).map(({ name, email }) => `${name} ${email}`),
        (list) => `催办名单中 ${list} 是示例地址，没有人会收到催办；${put}（系统设置）`,
      ),
      ...tell([operations_email ?? ''].filter(isReservedAddress), (list) => `运维邮箱 ${list} 是示例地址；${put}（系统设置）`),
      ...tell(
        counties.filter(({ email }) => readAddresses(email).usable.some(isReservedAddress)).map(({ name }) => name),
        (list) => `${list}：电子邮箱是示例地址，收不到抄送和催办；${put}（县（市、区））`,
      ),
    ],
  };
}
