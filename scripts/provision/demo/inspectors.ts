import { counties, countyId } from '../reference/counties.ts';
import { seedId } from '../seedId.ts';
import { personName } from './personName.ts';
import type { Random } from './Random.ts';

export interface DemoInspector {
  readonly id: string;
  readonly name: string;
  readonly level: 'city' | 'county';
  readonly countyCode: string | null;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The e-mail of the login that is linked to the first inspector of the first county. */
export const DEMO_INSPECTOR_LOGIN = 'inspector@zhudian.example.org';
const CITY_UNITS = ['市工业和信息化局', '市应急管理局', '市化工专项行动办'];
const POSITIONS = ['科长', '副科长', '四级主任科员', '一级科员', '工程师'];

/** Eight people of the city, one or two of each county: thirty in all. */
export function makeInspectors(random: Random): DemoInspector[] {
  const used = new Set<string>(['陆长青']);
  const name = (): string => {
    for (;;) {
      const one = personName(random);
      if (used.has(one)) continue;
      used.add(one);
      return one;
    }
  };
  const city = Array.from({ length: 8 }, (_, index) => make(`city-${index}`, name(), 'city', null, random.pick(CITY_UNITS), index));
  const county = counties.flatMap((one, index) =>
    Array.from({ length: index < 7 || one.code === '370883' ? 2 : 1 }, (_, number) =>
      make(
        `${one.code}-${number}`,
        index === 0 && number === 0 ? '陆长青' : name(),
        'county',
        one.code,
        `${one.name}${number === 0 ? '化工专项行动办' : '应急管理局'}`,
        10 + index * 2 + number,
      ),
    ),
  );
  return [...city, ...county];

  function make(
    key: string,
    person: string,
    level: 'city' | 'county',
    countyCode: string | null,
    organisation: string,
    number: number,
  ): DemoInspector {
    const id = seedId('demo', 'inspector', key);
    const row = {
      id,
      name: person,
      level,
      county: countyCode ? countyId(countyCode) : null,
      organisation,
      position: random.pick(POSITIONS),
      status: 'active',
      phone: `0537-000${String(1000 + number)}`,
      email: `zhudian${String(number).padStart(2, '0')}@${level}.example`,
    };
    return { id, name: person, level, countyCode, row };
  }
}
