import { describe, expect, it } from 'vitest';
import { readRoster, type RosterContents } from './readRoster.ts';
import type { Cell, Sheet } from './sheet/Sheet.ts';
import { sheetOfTexts } from './sheet/sheetOfTexts.ts';

type Written = string | Cell;
const HEAD = ['序号', '县区', '企业名称', '信用代码', '风险等级', '驻点人员', '联系电话', '工作单位', '级别', '备注'];
const LINE = ['1', '任城区', '甲厂', '', '', '张三、李四', '13900000001、13900000002', '', '', ''];

/** A sheet of cells; a text is a plain cell, `^` one that goes on with the cell above, `<` with the one before. */
function sheet(rows: readonly (readonly Written[])[], more: Partial<Sheet> = {}): Sheet {
  const cells: (Cell | undefined)[][] = [];
  rows.forEach((row, at) => {
    const line: (Cell | undefined)[] = [];
    row.forEach((written, index) => {
      const master =
        written === '^' ? { cell: cells[at - 1]?.[index], row: at, column: index + 1 } : { cell: line[index - 1], row: at + 1, column: index };
      if (written === '^' || written === '<')
        line.push(master.cell && { ...master.cell, from: master.cell.from ?? { row: master.row, column: master.column } });
      else line.push(typeof written !== 'string' ? written : written === '' ? undefined : { text: written });
    });
    cells.push(line);
  });
  return { name: '表', hidden: false, hiddenColumns: [], cut: null, rows: cells.map((line) => ({ hidden: false, cells: line })), ...more };
}
function read(sheets: readonly Sheet[], answers: Record<string, string> = {}): RosterContents {
  const reading = readRoster(sheets, new Map(Object.entries(answers)));
  if ('fault' in reading) throw new Error(reading.fault);
  for (const { rows, read: taken, passed, unclear, reasons } of reading.accounting) {
    expect(taken + passed + unclear).toBe(rows);
    expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(passed);
  }
  return reading;
}
/** A line whose columns are as given, the rest as in `LINE`. */
const line = (change: Record<string, Written>): Written[] => LINE.map((text, index) => change[HEAD[index] ?? ''] ?? text);
const of = (change: Record<string, Written>, answers: Record<string, string> = {}): RosterContents => read([sheet([HEAD, line(change)])], answers);
const open = ({ questions }: RosterContents): string[] => questions.filter(({ required, answer }) => required && answer === null).map(({ id }) => id);

describe('a cell that is not what somebody wrote', () => {
  it.each<[string, Record<string, Written>, string, string]>([
    ['a formula without its result', { 企业名称: { text: '=A1', flaw: 'unsaved' } }, '表!C2', '没有保存计算结果'],
    ['an error', { 驻点人员: { text: '#N/A', flaw: 'error' } }, '表!F2', '错误值'],
    ['a date', { 联系电话: { text: '2026-09-01', flaw: 'date' } }, '表!G2', '日期'],
    ['a text that is partly struck through', { 驻点人员: { text: '张三、王五李四', kept: '张三、李四', flaw: 'struck' } }, '表!F2', '删除线'],
    ['a code typed as a number', { 信用代码: { text: '913708117654321000', flaw: 'digits' } }, '表!D2', '15 位'],
    ['a code shown shortened', { 信用代码: '9.13708E+17' }, '表!D2', '15 位'],
    ['a code of digits that ends in noughts', { 信用代码: '913708117654321000' }, '表!D2', '15 位'],
    ['a risk of another kind', { 风险等级: '二级' }, '表!E2', '无法识别'],
    ['two enterprises', { 企业名称: '甲化工厂、乙化工厂' }, '表!C2', '两家'],
    ['an office', { 企业名称: '任城区工信局' }, '表!C2', '机关'],
    ['levels that are none', { 级别: '省级' }, '表!I2', '不是市级'],
    ['units that do not fit', { 工作单位: '甲局、乙局、丙局' }, '表!H2', '对不上'],
  ])('is asked about, and written never: %s', (_, change, id, why) => {
    const reading = of(change);
    expect(open(reading)).toEqual([id]);
    expect(reading.questions[0]?.message).toContain(why);
    expect(reading.rows[0]?.faults.map(({ message }) => message).join()).toContain(why);
    expect(reading.accounting).toMatchObject([{ rows: 2, unclear: 1 }]);
  });

  it('counts as what somebody answers', () => {
    const answered = of(
      { 企业名称: { text: '=A1', flaw: 'unsaved' }, 驻点人员: '张三李四', 联系电话: '13900000001', 级别: '省级' },
      { '表!C2': '乙厂', '表!F2': '张三、李四', '表!G2': '13900000001、', '表!I2': '县级' },
    );
    expect(answered.rows[0]).toMatchObject({
      enterprise: { name: '乙厂' },
      people: [{ phone: '13900000001', level: 'county' }, { phone: null }],
      faults: [],
    });
    expect(of({ 联系电话: '13900000001' }, { '表!G2': '' }).rows[0]?.people.map(({ phone }) => phone)).toEqual([null, null]);
    expect(of({ 信用代码: { text: '913708117654321000', flaw: 'digits' } }, { '表!D2': '91350100M000100Y43' }).rows[0]).toMatchObject({
      enterprise: { uscc: '91350100M000100Y43' },
      faults: [],
    });
    expect(of({ 企业名称: '任城区工信局' }, { '表!C2': '任城区工信局' }).rows[0]?.faults).toEqual([]);
    expect(of({ 风险等级: '二级' }, { '表!E2': '橙' }).rows[0]?.enterprise.risk_level).toBe('orange');
  });

  it('offers a code that ends in noughts where its check character fits: it may be right', () => {
    const reading = of({ 信用代码: '913708117650016000' });
    expect(reading.questions[0]?.choices.map(({ value }) => value)).toEqual(['913708117650016000']);
    expect(of({ 信用代码: '913708117650016000' }, { '表!D2': '913708117650016000' }).rows[0]).toMatchObject({
      enterprise: { uscc: '913708117650016000' },
      faults: [],
    });
  });

  it('matters only where it is read', () => {
    const quiet = of({ 序号: { text: '=ROW()', flaw: 'unsaved' }, 备注: { text: '#REF!', flaw: 'error' } });
    expect([quiet.rows[0]?.faults, open(quiet)]).toEqual([[], []]);
    const struck = of({ 备注: { text: '已停产', kept: '', flaw: 'struck' } });
    expect(open(struck)).toEqual([]);
  });

  it('is taken from the line above where it says 同上', () => {
    const reading = read([sheet([HEAD, LINE, line({ 序号: '2', 企业名称: '乙厂', 驻点人员: '同上', 联系电话: '〃' })])]);
    expect(reading.rows[1]?.people).toEqual(reading.rows[0]?.people);
    expect(of({ 企业名称: '同上' }).rows[0]?.enterprise.name).toBe('同上');
  });
});

describe('merged cells', () => {
  const head = ['企业名称', '驻点人员', '联系电话', '工作单位'];
  it('hold for each of their lines', () => {
    const reading = read([sheet([head, ['甲厂', '张三', '13900000001', '工信局'], ['^', '李四', '13900000002', '^'], ['乙厂', '^', '^', '^']])]);
    expect(reading.rows.map(({ enterprise, people }) => [enterprise.name, people.map(({ name, phone }) => [name, phone])])).toEqual([
      [
        '甲厂',
        [
          ['张三', '13900000001'],
          ['李四', '13900000002'],
        ],
      ],
      ['乙厂', [['李四', '13900000002']]],
    ]);
  });

  it('never give two people one number, or one of them a list', () => {
    const phone = read([sheet([head, ['甲厂', '张三', '13900000001'], ['^', '李四', '^']])]);
    expect(open(phone)).toEqual(['表!C2']);
    expect(phone.rows[0]?.people.map((one) => one.phone)).toEqual([null, null]);
    const unit = read([sheet([head, ['甲厂', '张三', '', '工信局、应急局'], ['^', '李四', '', '^']])]);
    expect(open(unit)).toEqual(['表!D2']);
    const answered = read([sheet([head, ['甲厂', '张三', '', '工信局、应急局'], ['^', '李四', '', '^']])], { '表!D2': '工信局' });
    expect(answered.rows[0]?.people.map(({ organisation }) => organisation)).toEqual(['工信局', '工信局']);
  });

  it('over two columns are asked about where both are read', () => {
    const reading = read([sheet([head, ['甲厂', '张三、李四', '<', '']])]);
    expect(open(reading)).toEqual(['表!B2']);
    expect(open(read([sheet([head, ['甲厂', '张三、李四', '<', '']])], { '表!B2': '张三、李四' }))).toEqual([]);
    const number = read([
      sheet([
        ['序号', ...head],
        ['1', '甲厂', '张三、李四', '', ''],
        ['2', '<', '', '', ''],
      ]),
    ]);
    expect(number.accounting[0]?.reasons).toEqual({ heading: 1, number: 1 });
  });

  it('over a blank line make it no line of an enterprise', () => {
    const reading = read([
      sheet([
        ['县区', ...head],
        ['任城区', '甲厂', '张三、李四', '', ''],
        ['^', '', '', '', ''],
        ['^', '乙厂', '张三、李四', '', ''],
      ]),
    ]);
    expect(reading.rows.map(({ county, enterprise, faults }) => [county, enterprise.name, faults.length])).toEqual([
      ['任城区', '甲厂', 0],
      ['任城区', '乙厂', 0],
    ]);
  });
});

describe('people', () => {
  const rows = (head: string[], ...lines: string[][]): RosterContents => read([sheetOfTexts('表', [head, ...lines])]);

  it('whose level is said twice have to agree', () => {
    expect(open(rows(['企业名称', '市级驻点人员'], ['甲厂', '张三（县级）']))).toEqual(['表!B2']);
    const two = rows(['企业名称', '驻点人员', '级别'], ['甲厂', '张三（县级）', '市级']);
    expect(two.rows[0]?.faults).toEqual([{ field: 'people', rule: 'roster.level.two', message: '“张三”一处写市级、一处写县级；请核对' }]);
  });

  it('are told apart from the enterprise, whose number has to be one', () => {
    const reading = rows(['企业名称', '驻点人员', '企业电话'], ['甲厂', '张三、李四', '12345']);
    expect(reading.rows[0]?.faults.map(({ field, rule }) => [field, rule])).toEqual([['phone', 'roster.phone']]);
    expect(rows(['企业名称', '驻点人员', '企业电话'], ['甲厂', '张三、李四', '无']).rows[0]).toMatchObject({
      enterprise: { phone: null },
      faults: [],
    });
  });

  it('with two numbers are told of', () => {
    const two = rows(['企业名称', '驻点人员', '电话'], ['甲厂', '张三13900000001、李四', '13900000002、13900000003']);
    expect(two.rows[0]?.faults.map(({ rule }) => rule)).toEqual(['roster.phone.two']);
  });

  it('who are missing beside a number are asked for', () => {
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '', '13900000001', '李四']))).toEqual(['表!C2']);
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '', '无', '李四']))).toEqual([]);
  });

  it('who lead stand first, whatever their column', () => {
    const read = rows(['企业名称', '组员', '组长', '组长电话'], ['甲厂', '张三', '李四', '13900000001']);
    expect(read.rows[0]?.people.map(({ name, phone }) => [name, phone])).toEqual([
      ['李四', '13900000001'],
      ['张三', null],
    ]);
  });

  it('whose place is vacant have no number, and are no vacancy where there is none', () => {
    expect(open(rows(['企业名称', '组长', '组长电话', '组员'], ['甲厂', '待定', '13900000001', '李四']))).toEqual(['表!C2']);
    expect(rows(['企业名称', '市级驻点人员', '县级驻点人员'], ['甲厂', '无', '张三、李四']).rows[0]?.notes).toEqual([]);
  });

  it('whose place is vacant are told of', () => {
    expect(rows(['企业名称', '驻点人员'], ['甲厂', '张三、待定']).rows[0]).toMatchObject({
      people: [{ name: '张三' }],
      notes: ['有驻点人员待补充，没有读取'],
    });
  });

  it('of one enterprise are fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => [index === 0 ? '甲厂' : '', `甲某${index}`]);
    const reading = rows(['企业名称', '驻点人员'], ...many);
    expect([reading.rows[0]?.people.length, reading.rows[0]?.faults.map(({ rule }) => rule)]).toEqual([50, ['roster.people.many']]);
  });
});

describe('lines', () => {
  const head = ['序号', '县区', '企业名称', '驻点人员'];
  it('of an enterprise that has people only where it comes again are asked about', () => {
    const lines = [head, ['1', '任城区', '甲厂', ''], ['2', '任城区', '乙厂', '张三、李四'], ['3', '任城区', '甲厂', '王五、赵六']];
    expect(read([sheetOfTexts('表', lines)]).questions[0]?.message).toBe('“甲厂”在第 2 行是没有人员，在第 4 行是王五、赵六');
  });

  it('that have lost their merges go on with the enterprise above, and the county', () => {
    const reading = read([
      sheetOfTexts('表', [head, ['1', '任城区', '甲厂', '张三'], ['', '', '', '李四'], ['2', '', '乙厂', '张三、李四'], ['3', '', '', '王五']]),
    ]);
    expect(reading.rows.map(({ county, enterprise, people }) => [county, enterprise.name, people.length])).toEqual([
      ['任城区', '甲厂', 2],
      ['任城区', '乙厂', 2],
      ['任城区', '', 1],
    ]);
    expect(reading.rows[0]?.notes[0]).toContain('第 3 行没有企业名称');
    expect(reading.rows[2]?.faults.map(({ rule }) => rule)).toEqual(['roster.enterprise.required']);
  });

  it('of a group take its county, and never a town for one', () => {
    const lines = [
      head,
      ['任城区'],
      ['1', '', '甲厂', '张三、李四'],
      ['', '汶上县'],
      ['2', '', '乙厂', '张三、李四'],
      ['', '长沟镇'],
      ['3', '', '丙厂', '张三、李四'],
    ];
    const reading = read([sheetOfTexts('表', lines)]);
    expect(reading.rows.map(({ county, hints }) => [county, hints])).toEqual([
      [null, ['任城区', '表']],
      ['汶上县', ['汶上县', '表']],
      ['汶上县', ['长沟镇', '表']],
    ]);
  });

  it('of an enterprise that comes again are counted once when they say the same', () => {
    const again = ['2', '任城区', '甲厂', '李四、张三'];
    const reading = read([
      sheetOfTexts('一', [head, ['1', '任城区', '甲厂', '张三、李四'], again]),
      sheetOfTexts('二', [head, ['1', '任城区', '甲厂', '']]),
    ]);
    expect(reading.rows).toHaveLength(1);
    expect(reading.rows[0]?.notes).toEqual(['第 3 行是同一家企业，内容相同，只计一次', '工作表“二”第 2 行是同一家企业，内容相同，只计一次']);
  });

  it.each<[string | undefined, string[], number]>([
    [undefined, ['张三', '李四'], 1],
    ['first', ['张三', '李四'], 0],
    ['last', ['王五', '赵六'], 0],
    ['both', ['张三', '李四', '王五', '赵六'], 0],
  ])('of an enterprise that comes again with other people are asked about (%s)', (answer, people, unclear) => {
    const lines = [head, ['1', '任城区', '甲厂', '张三、李四'], ['2', '任城区', '乙厂', '张三、李四'], ['3', '任城区', '甲厂', '王五、赵六']];
    const reading = read([sheetOfTexts('表', lines)], answer === undefined ? {} : { '表!4:twice': answer });
    expect(reading.rows[0]?.people.map(({ name }) => name)).toEqual(people);
    expect([reading.accounting[0]?.unclear, open(reading).length, reading.rows[0]?.faults.length]).toEqual([unclear, unclear, unclear]);
  });

  it.each<[string | undefined, number, Partial<RosterContents['accounting'][number]>]>([
    [undefined, 1, { read: 1, unclear: 1 }],
    ['skip', 1, { read: 1, passed: 2 }],
    ['read', 2, { read: 2, unclear: 0 }],
    ['perhaps', 1, { read: 1, unclear: 1 }],
  ])('that may be none are asked about (%s)', (answer, rows, account) => {
    const reading = read(
      [sheetOfTexts('表', [head, ['1', '任城区', '甲厂', '张三、李四'], ['', '', '某某加油站', '']])],
      answer === undefined ? {} : { '表!3:row': answer },
    );
    expect(reading.rows).toHaveLength(rows);
    expect(reading.accounting).toMatchObject([account]);
  });

  it('that say that an enterprise has stopped change no status before somebody confirms it', () => {
    const lines = [
      ['企业名称', '驻点人员', '备注', '生产状态'],
      ['甲厂（停产）', '张三、李四', '', ''],
      ['乙厂', '张三、李四', '已停产，暂停驻点', ''],
      ['丙厂', '张三、李四', '', '关闭'],
      ['丁厂', '张三、李四', '每月两次', '正常'],
    ];
    const told = read([sheetOfTexts('表', lines)]);
    expect(told.rows.map(({ enterprise, notes }) => [enterprise.name, enterprise.status, notes.length])).toEqual([
      ['甲厂', null, 1],
      ['乙厂', null, 1],
      ['丙厂', null, 1],
      ['丁厂', null, 0],
    ]);
    expect(open(told)).toEqual([]);
    const answered = read([sheetOfTexts('表', lines)], { '表!A2:status': 'suspended', '表!C3:status': 'active', '表!D4:status': 'closed' });
    expect(answered.rows.map(({ enterprise }) => enterprise.status)).toEqual(['suspended', 'active', 'closed', null]);
  });
});

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
