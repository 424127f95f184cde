import type { Chance } from './Chance.ts';
import type { TrueEnterprise, TruePerson } from './truth.ts';

/** A cell as it is drawn: its text, and how many rows and columns it covers. */
export interface Drawn {
  readonly text: string;
  readonly down?: number;
  readonly right?: number;
  readonly number?: boolean;
}

export type DrawnSheet = { readonly name: string; readonly rows: (Drawn | undefined)[][] };

/** Which of the truth a layout tells. */
export interface Tells {
  readonly levels: boolean;
  readonly phones: boolean;
  readonly organisations: boolean;
  readonly risks: boolean;
  readonly codes: boolean;
}

interface Part {
  readonly heading: readonly [upper: string, lower: string];
  /** The lines of an enterprise in this column: one text for all of its lines, or one for each. */
  readonly lines: (enterprise: TrueEnterprise, index: number) => readonly string[];
  readonly number?: boolean;
}

const RISKS = {
  red: ['红', '重大', '红色', '重大风险', '红色（重大）'],
  orange: ['橙', '较大', '橙色', '较大风险', '橙色（较大）'],
  yellow: ['黄', '一般', '黄色', '一般风险', '黄色（一般）'],
  blue: ['蓝', '低', '蓝色', '低风险', '蓝色（低风险）'],
} as const;

/** Draws a roster as an office might have made it in Excel, by chance, and says what of the truth it tells. */
export function drawRoster(enterprises: readonly TrueEnterprise[], chance: Chance): { sheets: DrawnSheet[]; tells: Tells } {
  const shape = chance.of(['list', 'levels', 'numbered', 'lines', 'leader'] as const);
  const tells: Tells = {
    levels: shape === 'levels' || chance.is(0.4),
    phones: chance.is(0.9),
    organisations: shape !== 'levels' && chance.is(0.4),
    risks: chance.is(0.5),
    codes: chance.is(0.8),
  };
  const separator = chance.of(['、', '，', '；', '\n', ' / ', '、\n', ',']);
  const joined = (texts: readonly string[]): string => texts.join(separator);
  const style = chance.of(['plain', 'plain', 'spaced', 'posts'] as const);
  const inBrackets = tells.levels && shape !== 'levels' && chance.is(0.5);
  const name = (person: TruePerson): string => {
    const spaced = style === 'spaced' && person.name.length === 2 ? [...person.name].join(' ') : person.name;
    const withPost = style === 'posts' ? `${spaced}${chance.of([' 科员', '（科长）', ' 主任科员', ''])}` : spaced;
    return inBrackets
      ? `${withPost}（${person.level === 'city' ? chance.of(['市级', '市']) : chance.of(['县级', '县（市、区）级', '县'])}）`
      : withPost;
  };
  const phone = ({ phone: number }: TruePerson): string =>
    number === null ? '' : number.startsWith('1') && chance.is(0.2) ? number.replace(/^(\d{3})(\d{4})/, '$1-$2-') : number;
  const levelWord = ({ level }: TruePerson): string => (level === 'city' ? '市级' : chance.of(['县级', '县（市、区）级']));
  const of = (heading: string | readonly [string, string], lines: Part['lines'], number = false): Part => ({
    heading: typeof heading === 'string' ? ['', heading] : heading,
    lines,
    number,
  });

  const people: Part[] = [];
  const phones = chance.of(['联系电话', '手机号', '电话', '联系方式', '手机号码']);
  if (shape === 'list' || shape === 'lines') {
    const all = (text: (person: TruePerson) => string): Part['lines'] =>
      shape === 'lines'
        ? ({ people: its }) => its.map(text)
        : ({ people: its }) => [its.every((one) => text(one) === '') ? '' : joined(its.map(text))];
    people.push(of(chance.of(['驻点人员', '驻点监督人员', '驻点人员姓名', '派驻人员', '监督人员名单']), all(name)));
    if (tells.organisations)
      people.push(
        of(
          chance.of(['工作单位', '派出单位', '所在单位']),
          all(({ organisation }) => organisation),
        ),
      );
    if (tells.phones) people.push(of(phones, all(phone)));
    if (tells.levels && !inBrackets) people.push(of(chance.of(['级别', '人员级别', '层级']), all(levelWord)));
  } else if (shape === 'levels') {
    const upper = chance.of(['words', 'brackets', 'lines', 'below'] as const);
    const both =
      (level: 'city' | 'county', text: (person: TruePerson) => string): Part['lines'] =>
      ({ people: its }) => {
        const own = its.filter((one) => one.level === level);
        return [own.every((one) => text(one) === '') ? '' : joined(own.map(text))];
      };
    for (const level of ['city', 'county'] as const) {
      const word = level === 'city' ? '市级' : chance.of(['县级', '县（市、区）级']);
      const short = level === 'city' ? '市级' : '县级';
      const heading = {
        words: `${word}驻点人员`,
        brackets: `驻点监督人员（${short}）`,
        lines: [`${word}驻点人员`, '姓名'],
        below: ['驻点监督人员', short],
      }[upper] as string | readonly [string, string];
      const its = { words: `${word}人员联系电话`, brackets: phones, lines: [`${word}驻点人员`, '电话'], below: ['联系电话', short] }[upper] as
        string | readonly [string, string];
      people.push(of(heading, both(level, name)));
      if (tells.phones) people.push(of(its, both(level, phone)));
    }
    if (upper === 'below') people.sort((one, other) => Number(one.heading[0] === '联系电话') - Number(other.heading[0] === '联系电话'));
  } else if (shape === 'numbered') {
    const mark = chance.of([(n: number) => String(n), (n: number) => `（${'一二三'.charAt(n - 1)}）`, (n: number) => '①②③'.charAt(n - 1)]);
    for (let index = 0; index < 3; index += 1) {
      const at =
        (text: (person: TruePerson) => string): Part['lines'] =>
        ({ people: its }) =>
          its
            .slice(index, index + 1)
            .map(text)
            .concat('')
            .slice(0, 1);
      people.push(of(`驻点人员${mark(index + 1)}`, at(name)));
      if (tells.organisations)
        people.push(
          of(
            '工作单位',
            at(({ organisation }) => organisation),
          ),
        );
      if (tells.phones) people.push(of(`电话${mark(index + 1)}`, at(phone), chance.is(0.5)));
      if (tells.levels && !inBrackets) people.push(of(`级别${mark(index + 1)}`, at(levelWord)));
    }
  } else {
    people.push(of('组长', ({ people: its }) => [its[0] ? name(its[0]) : '']));
    people.push(of('组员', ({ people: its }) => [joined(its.slice(1).map(name))]));
    if (tells.organisations) people.push(of('工作单位', ({ people: its }) => [joined(its.map(({ organisation }) => organisation))]));
    if (tells.phones) people.push(of('手机号', ({ people: its }) => [its.every((one) => one.phone === null) ? '' : joined(its.map(phone))]));
    if (tells.levels && !inBrackets) people.push(of('级别', ({ people: its }) => [joined(its.map(levelWord))]));
  }

  const ofEnterprise: Part[] = [of(chance.of(['企业名称', '单位名称', '驻点企业名称', '企业全称', '公司名称']), ({ name: its }) => [its])];
  if (tells.codes)
    ofEnterprise.push(of(chance.of(['统一社会信用代码', '信用代码', '社会信用代码']), ({ uscc }) => [uscc ?? chance.of(['', '无', '——'])]));
  if (tells.risks) ofEnterprise.push(of(chance.of(['风险等级', '安全风险等级']), ({ risk }) => [risk ? chance.of(RISKS[risk]) : '']));
  if (chance.is(0.3)) ofEnterprise.push(of('所在乡镇', () => ['李营街道']));
  if (chance.is(0.3)) ofEnterprise.push(of('地址', () => ['示例路1号']));
  const parts = [...ofEnterprise, ...people];
  if (chance.is(0.3)) parts.push(of('备注', () => [chance.of(['', '新增', '每月两次'])]));
  const county = chance.of(['none', 'each', 'merged', 'first'] as const);
  if (county !== 'none') parts.unshift(of(chance.of(['县（市、区）', '县区', '所属县区']), ({ county: its }) => [its]));
  const numbered = chance.is(0.8);
  if (numbered) parts.unshift(of('序号', (_, index) => [String(index + 1)], true));

  const spread = chance.of(['one', 'one', 'one', 'sheets', 'below', 'beside'] as const);
  const half = Math.ceil(enterprises.length / 2);
  const halves = spread === 'one' ? [enterprises] : [enterprises.slice(0, half), enterprises.slice(half)];
  const options: Options = {
    county,
    merge: shape === 'lines' ? chance.of(['merged', 'merged', 'repeated', 'blank']) : 'repeated',
    towns: chance.is(0.3),
    subtotals: chance.is(0.3),
    again: chance.is(0.25),
    unmergedUpper: chance.is(0.3),
    titles: chance.below(3),
    total: chance.is(0.5),
    notes: chance.is(0.5),
    numbered,
  };
  const tables = halves.map((its, index) => drawTable(parts, its, index * half, options, chance));
  if (spread === 'sheets') return { sheets: tables.map((rows, index) => ({ name: `第${index + 1}批`, rows })), tells };
  if (spread === 'beside') return { sheets: [{ name: '附件1', rows: beside(tables, parts.length + chance.below(2)) }], tells };
  return { sheets: [{ name: '附件1', rows: tables.flatMap((rows) => [...rows, []]) }], tells };
}

interface Options {
  readonly county: 'none' | 'each' | 'merged' | 'first';
  readonly merge: 'merged' | 'repeated' | 'blank';
  readonly towns: boolean;
  readonly subtotals: boolean;
  readonly again: boolean;
  readonly unmergedUpper: boolean;
  readonly titles: number;
  readonly total: boolean;
  readonly notes: boolean;
  readonly numbered: boolean;
}

type Row = (Drawn | undefined)[];

function drawTable(parts: readonly Part[], enterprises: readonly TrueEnterprise[], first: number, options: Options, chance: Chance): Row[] {
  const width = parts.length;
  const rows: Row[] = [];
  if (options.titles > 0) rows.push([{ text: '附件1' }]);
  if (options.titles > 1) rows.push([{ text: '各县（市、区）驻点企业和驻点人员名单', right: width }]);
  if (options.titles > 1 && chance.is(0.5))
    rows.push([{ text: '填报单位：化工专项行动办' }, ...Array<undefined>(Math.max(width - 2, 0)), { text: '2023年8月30日' }]);
  const headings = drawHeadings(parts, options);
  rows.push(...headings);
  let before = '';
  const firstOfCounty = new Map<string, number>();
  const linesOf = enterprises.map((enterprise, index) => parts.map((part) => part.lines(enterprise, first + index)));
  for (const [index, enterprise] of enterprises.entries()) {
    if (options.towns && chance.is(0.4))
      rows.push([{ text: chance.of(['李营街道', '一、二十里铺街道', '长沟镇（2家）']), ...(chance.is(0.5) ? { right: width } : {}) }]);
    if (options.again && index > 0 && chance.is(0.4)) rows.push(...headings);
    const cells = linesOf[index] ?? [];
    const height = Math.max(...cells.map((lines) => lines.length));
    for (let line = 0; line < height; line += 1) {
      rows.push(
        parts.map((part, column): Drawn | undefined => {
          const lines = cells[column] ?? [];
          const isCounty = ['县（市、区）', '县区', '所属县区'].includes(part.heading[1]);
          if (isCounty && options.county === 'first' && enterprise.county === before) return undefined;
          const whole = lines.length < height;
          if (line > 0 && whole && options.merge !== 'repeated') return undefined;
          const text = (whole ? lines[0] : lines[line]) ?? '';
          if (text === '') return undefined;
          return {
            text,
            ...(part.number && /^\d+$/.test(text) ? { number: true } : {}),
            ...(whole && height > 1 && options.merge === 'merged' ? { down: height } : {}),
          };
        }),
      );
      before = enterprise.county;
    }
    firstOfCounty.set(enterprise.county, firstOfCounty.get(enterprise.county) ?? rows.length);
    if (options.subtotals && chance.is(0.5)) rows.push([{ text: '小计' }, { text: chance.of(['2家', '3']) }]);
    if (chance.is(0.1)) rows.push([]);
  }
  if (options.total) rows.push([{ text: '合计' }, { text: `${enterprises.length}家` }]);
  if (options.notes)
    rows.push([], [{ text: '注：本表每月30日前报送。', right: width }], [{ text: '填表人：' }, { text: '某某' }, undefined, { text: '审核人：' }]);
  return rows;
}

function drawHeadings(parts: readonly Part[], { unmergedUpper }: Options): Row[] {
  if (parts.every(({ heading: [upper] }) => upper === '')) return [parts.map(({ heading }) => ({ text: heading[1] }))];
  const upper = parts.map(({ heading }, index): Drawn | undefined => {
    if (heading[0] === '') return { text: heading[1], ...(unmergedUpper ? {} : { down: 2 }) };
    if (parts[index - 1]?.heading[0] === heading[0]) return undefined;
    const right = parts.slice(index).findIndex((one) => one.heading[0] !== heading[0]);
    const width = right === -1 ? parts.length - index : right;
    return { text: heading[0], ...(unmergedUpper || width === 1 ? {} : { right: width }) };
  });
  return [upper, parts.map(({ heading }) => (heading[0] === '' ? undefined : { text: heading[1] }))];
}

function beside(tables: readonly Row[][], width: number): Row[] {
  const [left = [], right = []] = tables;
  // Both have the same titles and headings.
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const cells = [...(left[index] ?? [])];
    const other = right[index] ?? [];
    if (other.length === 0) return cells;
    while (cells.length < width) cells.push(undefined);
    return [...cells, ...other];
  });
}
