import { describe, expect, it } from 'vitest';
import type { DrawnSheet } from '../testing/drawRoster.ts';
import { sheetOfDrawn } from '../testing/sheetOfDrawn.ts';
import { findTables } from './findTables.ts';
import type { Table } from './Table.ts';

/** Rows as texts; `>` covers one more column of the text before it. */
function tables(rows: readonly (readonly string[])[], answers: Record<string, string> = {}): Table[] {
  const drawn: DrawnSheet = {
    name: '表',
    rows: rows.map((row) =>
      row.map((text, index) => {
        if (text === '' || text === '>') return undefined;
        const more = row.slice(index + 1).findIndex((one) => one !== '>');
        return { text, right: 1 + (more === -1 ? row.length - index - 1 : more) };
      }),
    ),
  };
  return findTables(sheetOfDrawn(drawn), new Map(Object.entries(answers)));
}
const shape = ({ top, bottom, last, columns, details, unread, sources }: Table): unknown => ({
  at: `${top}-${bottom}-${last}`,
  columns: [...columns].map(([column, { kind, level }]) => `${column} ${kind}${level ? ` ${level}` : ''}`),
  people: sources.map(({ column }) => column),
  details: details.map((one) => `${one.kind} ${one.columns.join(',')} of ${one.sources.join(',')}`),
  unread: unread.map(({ column, why }) => `${column} ${why}`),
});
const details = (...heading: string[]): unknown => tables([heading, heading.map(() => '1')]).map(shape);

describe('the tables of a sheet', () => {
  it('begin with one line of headings, below titles', () => {
    expect(tables([['附件1'], ['各县驻点企业名单', '>', '>'], ['序号', '企业名称', '驻点人员'], ['1', '甲厂', '张三、李四']]).map(shape)).toEqual([
      { at: '3-3-4', columns: ['1 number', '2 enterprise', '3 person'], people: [3], details: [], unread: [] },
    ]);
  });

  it.each<[string, string[][]]>([
    [
      'merged',
      [
        ['序号', '企业名称', '市级驻点人员', '>', '县级驻点人员', '>'],
        ['', '', '姓名', '电话', '姓名', '电话'],
      ],
    ],
    [
      'not merged',
      [
        ['序号', '企业名称', '市级驻点人员', '', '县级驻点人员', ''],
        ['', '', '姓名', '电话', '姓名', '电话'],
      ],
    ],
    [
      'in three lines',
      [
        ['序号', '企业基本情况', '驻点人员', '>', '>', '>'],
        ['', '企业名称', '市级', '>', '县级', '>'],
        ['', '', '姓名', '电话', '姓名', '电话'],
      ],
    ],
    [
      'with the enterprise in the lower line',
      [
        ['序号', '企业情况', '市级驻点人员', '>', '县级驻点人员', '>'],
        ['', '企业名称', '姓名', '电话', '姓名', '电话'],
      ],
    ],
  ])('have headings in several lines, %s', (_, lines) => {
    const [table] = tables([...lines, ['1', '甲厂', '张三', '13900000001', '李四', '13900000002']]);
    expect(table && shape(table)).toMatchObject({
      columns: ['1 number', '2 enterprise', '3 person city', '4 person_phone city', '5 person county', '6 person_phone county'],
      details: ['person_phone 4 of 0', 'person_phone 6 of 1'],
      unread: [],
    });
  });

  it('stand below each other, with headings of their own', () => {
    const found = tables([
      ['企业名称', '驻点人员'],
      ['甲厂', '张三、李四'],
      [],
      ['附件2'],
      ['序号', '企业名称', '组长', '组员'],
      ['1', '乙厂', '王五', '赵六'],
    ]);
    expect(found.map(({ top, bottom, last }) => [top, bottom, last])).toEqual([
      [1, 1, 4],
      [5, 5, 6],
    ]);
  });

  it('stand below each other where the second is set in, or set out', () => {
    const inner = [['企业名称', '驻点人员', '电话'], ['甲厂', '张三、李四', ''], [], [], ['', '序号', '企业名称', '组长'], ['', '1', '乙厂', '王五']];
    expect(tables(inner).map(({ top, last }) => [top, last])).toEqual([
      [1, 4],
      [5, 6],
    ]);
  });

  it('repeat their headings without beginning anew', () => {
    const head = ['企业名称', '驻点人员'];
    const found = tables([head, ['甲厂', '张三、李四'], head, ['乙厂', '张三、李四']]);
    expect(found.map(({ repeated }) => [...repeated])).toEqual([[3]]);
  });

  it.each<[string, string[][]]>([
    ['level with each other', [['序号', '企业名称', '驻点人员', '序号', '企业名称', '驻点人员'], []]],
    ['with a blank column between', [['企业名称', '驻点人员', '', '企业名称', '驻点人员'], []]],
    [
      'one lower than the other',
      [
        ['企业名称', '驻点人员', '', ''],
        ['甲厂', '张三、李四', '序号', '企业名称', '组长', '组员'],
      ],
    ],
  ])('stand beside each other, %s', (_, lines) => {
    expect(tables(lines)).toHaveLength(2);
  });

  it('are one where 单位名称 is where people work, and where the second has another place', () => {
    expect(details('企业名称', '驻点人员', '单位名称')).toMatchObject([{ columns: ['1 enterprise', '2 person', '3 organisation'] }]);
    expect(
      tables([
        ['企业名称', '驻点人员'],
        ['甲厂', '张三'],
        ['', '企业名称', '组长'],
        ['', '乙厂', '李四'],
      ]),
    ).toHaveLength(2);
  });

  it('take what somebody has said of a column', () => {
    const rows = [
      ['企业名称', '地址', '包保干部'],
      ['甲厂', '示例路1号', '张三、李四'],
    ];
    expect(tables(rows).map(shape)).toMatchObject([{ people: [], unread: ['3 unknown'] }]);
    expect(tables(rows, { '表!C1:column': 'city_person' }).map(shape)).toMatchObject([{ columns: ['1 enterprise', '2 address', '3 person city'] }]);
    expect(tables(rows, { '表!B1:column': 'ignore' }).map(shape)).toMatchObject([{ unread: ['2 unknown', '3 unknown'] }]);
    expect(tables(rows, { '表!C1:column': 'nothing' }).map(shape)).toMatchObject([{ unread: ['3 unknown'] }]);
  });

  it('are none where nothing names the enterprise, or it stands alone', () => {
    expect(tables([['县区', '企业数量', '人数']])).toEqual([]);
    expect(tables([['企业名称'], ['甲厂']])).toEqual([]);
  });

  it('take no row of enterprises for headings', () => {
    const found = tables([
      ['企业名称', '级别', '驻点人员'],
      ['甲厂', '市级', '张三'],
      ['乙单位', '县级', '李四'],
    ]);
    expect(found.map(({ bottom }) => bottom)).toEqual([1]);
    const group = tables([
      ['企业名称', '级别', '驻点人员'],
      ['共建企业', '市级', '张三'],
      ['企业名称', '级别', '驻点人员'],
    ]);
    expect(group.map(({ repeated }) => [...repeated])).toEqual([[3]]);
  });
});

describe('of whom a column says something', () => {
  it.each<[string, string[], string[], string[]]>([
    ['one for all', ['企业名称', '组长', '组员', '手机号'], ['person_phone 4 of 0,1'], []],
    ['each behind its person', ['企业名称', '驻点人员', '电话', '驻点人员', '电话'], ['person_phone 3 of 0', 'person_phone 5 of 1'], []],
    ['all behind the people', ['企业名称', '组长', '组员', '电话', '电话'], ['person_phone 4 of 0', 'person_phone 5 of 1'], []],
    ['by numbers', ['企业名称', '人员1', '人员2', '电话2', '电话1'], ['person_phone 4 of 1', 'person_phone 5 of 0'], []],
    ['by numbers of one column', ['企业名称', '驻点人员', '电话1', '电话2'], ['person_phone 3,4 of 0'], []],
    ['by numbers where people have none', ['企业名称', '驻点人员', '驻点人员', '电话1', '电话2'], ['person_phone 4 of 0', 'person_phone 5 of 1'], []],
    ['by level', ['企业名称', '市级人员', '县级人员', '县级电话', '市级电话'], ['person_phone 4 of 1', 'person_phone 5 of 0'], []],
    ['before each', ['企业名称', '派出单位', '姓名', '派出单位', '姓名'], ['organisation 2 of 0', 'organisation 4 of 1'], []],
    ['behind one of two', ['企业名称', '市级人员', '电话', '县级人员'], ['person_phone 3 of 0'], []],
    ['of who leads, and of the rest', ['企业名称', '组长', '组长电话', '组员', '电话'], ['person_phone 3 of 0', 'person_phone 5 of 1'], []],
    ['two of one kind: the mobile', ['企业名称', '驻点人员', '办公电话', '手机'], ['person_phone 4 of 0'], ['3 second']],
    ['more than people', ['企业名称', '驻点人员', '电话', '电话', '驻点人员'], ['person_phone 3 of 0', 'person_phone 4 of 1'], []],
    ['of three for two', ['企业名称', '组长', '电话', '电话', '组员', '电话'], ['person_phone 3 of 0', 'person_phone 6 of 1'], ['4 second']],
    ['of a level that nobody has', ['企业名称', '驻点人员', '市级电话'], [], ['3 second']],
    ['of the legal representative', ['企业名称', '法定代表人', '电话', '驻点人员', '电话'], ['person_phone 5 of 0'], ['3 second']],
    ['of a contact', ['企业名称', '企业联系人', '联系电话', '驻点人员', '电话'], ['person_phone 5 of 0'], ['3 second', '2 unknown']],
    ['of the safety manager behind the people', ['企业名称', '驻点人员', '安全负责人', '联系电话'], [], ['4 second']],
    ['of people by its own words', ['企业名称', '驻点人员', '安全负责人', '驻点人员电话'], ['person_phone 4 of 0'], []],
  ])('%s', (_, heading, told, unread) => {
    expect(details(...heading)).toMatchObject([{ details: told, unread }]);
  });
});
