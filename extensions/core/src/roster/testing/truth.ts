import { creditCheckCharacter } from '../../enterprises/creditCode.ts';
import type { Chance } from './Chance.ts';

export interface TruePerson {
  readonly name: string;
  readonly level: 'city' | 'county';
  readonly phone: string | null;
  readonly organisation: string;
}

export interface TrueEnterprise {
  readonly county: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly risk: 'red' | 'orange' | 'yellow' | 'blue' | null;
  readonly people: readonly TruePerson[];
}

const SURNAMES = ['张', '王', '李', '赵', '孙', '周', '吴', '郑', '冯', '陈', '欧阳', '司马'];
const GIVEN = ['甲', '明华', '建国', '丽', '志强', '晓东', '芳', '海峰'];
const UNITS = ['区工信局', '区应急局', '市工信局', '化工专项行动办'];

/** What a generated roster says: a few enterprises in two counties, each with two or three people. */
export function truth(chance: Chance): TrueEnterprise[] {
  const taken = new Set<string>();
  const person = (level: 'city' | 'county'): TruePerson => {
    let name = '';
    do name = chance.of(SURNAMES) + chance.of(GIVEN);
    while (taken.has(name));
    taken.add(name);
    const phone = chance.is(0.9) ? (chance.is(0.8) ? `139${chance.digits(8)}` : `0537-23${chance.digits(5)}`) : null;
    return { name, level, phone, organisation: chance.of(UNITS) };
  };
  const counties = ['任城区', '汶上县'];
  return Array.from({ length: 2 + chance.below(7) }, (_, index) => {
    taken.clear();
    const seventeen = `91370811MA3F${String(chance.below(90_000) + 10_000)}`;
    return {
      county: counties[index < 4 ? 0 : 1] ?? '',
      name: `${chance.of(['田野', '天成', '地广', '共计', '玄黄'])}${'甲乙丙丁戊己庚辛壬'.charAt(index)}${chance.of(['化工有限公司', '颜料厂', '（山东）树脂有限公司'])}`,
      uscc: chance.is(0.8) ? seventeen + creditCheckCharacter(seventeen) : null,
      risk: chance.is(0.8) ? chance.of(['red', 'orange', 'yellow', 'blue'] as const) : null,
      people: [person('city'), person('county'), ...(chance.is(0.3) ? [person('county')] : [])],
    };
  });
}
