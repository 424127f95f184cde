import { seedId } from '../seedId.ts';
import { counties, countyId } from '../reference/counties.ts';
import { creditCode } from './creditCode.ts';
import type { Random } from './Random.ts';
import { personName } from './personName.ts';
import { brands, trades } from './wording.ts';

export interface DemoEnterprise {
  readonly id: string;
  readonly county: string;
  readonly countyCode: string;
  readonly units: readonly string[];
  readonly active: boolean;
  readonly row: Readonly<Record<string, unknown>>;
}

/** How many enterprises each county has, in the order of the reference data: 36 in all. */
const COUNTS = [5, 3, 2, 2, 3, 2, 2, 2, 2, 3, 4, 3, 1, 2];
const ROADS = ['兴业路', '创新大道', '工业二路', '振兴路', '滨河西路', '化工园一路', '腾飞路', '富民路'];
const RISKS = ['orange', 'yellow', 'yellow', 'blue', 'blue', 'blue', 'red'];

export function makeEnterprises(random: Random): DemoEnterprise[] {
  const names = [...brands];
  return counties.flatMap((county, index) =>
    Array.from({ length: COUNTS[index] ?? 2 }, (_, number) => {
      const trade = random.pick(trades);
      const brand = names.shift() ?? `禾${number + 1}`;
      const code = county.code.includes('-') ? '370800' : county.code;
      // "DE" in the middle marks the codes as the demo's; both check characters are right.
      const uscc = creditCode(code, `MA${String(index + 1).padStart(2, '0')}DE${String(number + 1).padStart(2, '0')}`);
      const status = random.chance(0.06) ? 'suspended' : 'active';
      const id = seedId('demo', 'enterprise', county.code, number);
      return {
        id,
        county: countyId(county.code),
        countyCode: county.code,
        units: trade.units,
        active: status === 'active',
        row: {
          id,
          county: countyId(county.code),
          name: `${county.name.replace(/[县市区]$|新区$/, '')}${brand}${trade.product}有限公司`,
          uscc,
          status,
          industry: '非危险化学品化工生产企业',
          enterprise_type: trade.type,
          risk_level: random.pick(RISKS),
          address: `${county.name}${random.pick(ROADS)}${random.whole(1, 88)}号`,
          legal_representative: personName(random),
          safety_manager: personName(random),
          phone: `0537-000${String(random.whole(1000, 9999))}`,
        },
      };
    }),
  );
}
