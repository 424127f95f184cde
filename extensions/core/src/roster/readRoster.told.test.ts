import { describe, expect, it } from 'vitest';
import { readRoster } from './readRoster.ts';
import { sheetOfTexts } from './sheet/sheetOfTexts.ts';
import { open, read } from './testing/handmade.ts';

describe('what is not read is told', () => {
  const head = ['序号', '企业名称', '驻点人员', '备注', '所在乡镇'];
  const rows = [
    ['附件1'],
    ['名单'],
    head,
    ['示例', '甲厂'],
    ['1', '甲厂', '张三、李四', '新增', '李营街道'],
    ['', '', '', '', '', '无表头'],
    ['小计', '1家'],
    ['注：完'],
  ];

  it('rows, columns and sheets, with why', () => {
    const reading = read([
      sheetOfTexts('一', rows),
      sheetOfTexts('二', [['说明']]),
      sheetOfTexts('三', []),
      { ...sheetOfTexts('四', [['a']]), hidden: true },
    ]);
    expect(reading.notes.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [1, 2, 'title'],
      [4, 4, 'example'],
      [6, 6, 'note'],
      [7, 7, 'total'],
      [8, 8, 'note'],
    ]);
    expect(reading.unread.map(({ message }) => message)).toEqual([
      'D 列“备注”不导入；注明停产的，见各行的说明',
      'E 列“所在乡镇”表头无法识别，没有读取',
      'F 列没有表头，没有读取',
      '工作表“二”没有“企业名称”等表头，没有读取',
      '工作表“三”是空白的',
      '工作表“四”是隐藏的，没有读取',
    ]);
    expect(reading.accounting.map(({ sheet: name, rows: all, read: taken }) => [name, all, taken])).toEqual([
      ['一', 8, 1],
      ['二', 1, 0],
      ['三', 0, 0],
      ['四', 1, 0],
    ]);
    const ignored = read([sheetOfTexts('一', rows)], { '一!E3:column': 'ignore' });
    expect(ignored.unread[1]?.message).toBe('E 列“所在乡镇”已选择不导入');
  });

  it('and so is a workbook in which nothing is a roster', () => {
    expect(readRoster([sheetOfTexts('一', [['甲']]), sheetOfTexts('二', [['乙']])])).toEqual({
      fault: expect.stringContaining('（工作表“一”没有“企业名称”等表头，没有读取；工作表“二”') as string,
    });
    const many = Array.from({ length: 450 }, (_, index) => [
      ['企业名称', index % 2 === 0 ? '驻点人员' : '组长'],
      ['甲厂', '张三、李四'],
    ]).flat();
    expect(readRoster([sheetOfTexts('一', many)])).toEqual({ fault: expect.stringContaining('450 处不同的表头') as string });
  });

  it('columns of people that are not known have to be named', () => {
    const people = [
      ['企业名称', '地址', '包保干部'],
      ['甲厂', '示例路1号', '张三、李四'],
    ];
    const reading = read([sheetOfTexts('表', people)]);
    expect(open(reading)).toEqual(['表!C1:column']);
    expect(reading.notes.map(({ reason }) => reason)).toContain('no_people');
    const named = read([sheetOfTexts('表', people)], { '表!C1:column': 'county_person' });
    expect(named.rows[0]?.people.map(({ name, level }) => [name, level])).toEqual([
      ['张三', 'county'],
      ['李四', 'county'],
    ]);
    expect(named.questions.map(({ id, answer }) => [id, answer])).toContainEqual(['表!C1:column', 'county_person']);
    expect(
      open(
        read([
          sheetOfTexts('表', [
            ['企业名称', '地址', '包保干部'],
            ['甲厂', '示例路1号', '示例路2号'],
          ]),
        ]),
      ),
    ).toEqual([]);
  });

  it('columns further right than any roster has are told of', () => {
    const far = Array<string>(101).fill('');
    const reading = read([sheetOfTexts('表', [head, [...['1', '甲厂', '张三、李四'], ...far, '远']])]);
    expect(reading.notes.map(({ reason }) => reason)).toEqual(['cut']);
    expect(read([sheetOfTexts('表', [head, [...['1', '甲厂', '张三、李四'], ...far]])]).notes).toEqual([]);
  });

  it('rows and columns that are hidden are read, and told of', () => {
    const plain = sheetOfTexts('表', [head, ...['甲厂', '乙厂'].map((name, index) => [String(index + 1), name, '张三、李四'])]);
    const hidden = { ...plain, hiddenColumns: [3, 9], cut: 100, rows: plain.rows.map((row, index) => ({ ...row, hidden: index === 2 })) };
    const reading = read([hidden]);
    expect(reading.rows).toHaveLength(2);
    expect(reading.notes.map(({ message }) => message)).toEqual([
      '有 1 行是隐藏的，已读取：第 3 行',
      'C 列是隐藏的，已读取',
      'CV 列以后还有内容，没有读取',
    ]);
    const skipped = read([hidden], { '表:hidden': 'skip' });
    expect([skipped.rows.length, skipped.accounting[0]?.reasons]).toEqual([1, { heading: 1, hidden: 1 }]);
    const many = sheetOfTexts('表', [head, ...Array.from({ length: 30 }, (_, index) => [String(index), `${index}化工厂`, '张三、李四'])]);
    const all = read([{ ...many, rows: many.rows.map((row, index) => ({ ...row, hidden: index > 0 })) }]);
    expect(all.notes[0]?.message).toContain('有 30 行是隐藏的，已读取：第 2、3');
  });

  it('people of whom nothing says who sends them are asked about, and are the county’s unless somebody says otherwise', () => {
    const lines = [
      ['企业名称', '驻点人员'],
      ['甲厂', '张三、李四'],
    ];
    expect(read([sheetOfTexts('表', lines)])).toMatchObject({ level: 'county', questions: [{ id: 'level', required: false, answer: null }] });
    expect(read([sheetOfTexts('表', lines)], { level: 'city' })).toMatchObject({ level: 'city', questions: [{ answer: 'city' }] });
  });

  it('tables beside each other are accounted for by their rows', () => {
    const reading = read([
      sheetOfTexts('表', [
        ['企业名称', '驻点人员', '', '企业名称', '驻点人员'],
        ['甲厂', '张三、李四', '', '小计', '1'],
        ['', '', '', '乙厂', '张三李四'],
        ['合计', '1家'],
      ]),
    ]);
    expect(reading.accounting).toMatchObject([{ rows: 4, read: 1, passed: 2, unclear: 1 }]);
    expect(reading.rows.map(({ enterprise }) => enterprise.name)).toEqual(['甲厂', '乙厂']);
  });
});
