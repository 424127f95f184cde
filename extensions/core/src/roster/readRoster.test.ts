import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster, type RosterReading } from './readRoster.ts';
import type { RosterRow } from './rows/RosterRow.ts';
import { sheetOfTexts } from './sheet/sheetOfTexts.ts';

const readGrid = (lines: readonly (readonly string[])[]): RosterReading => readRoster([sheetOfTexts('名单', lines)]);

const rowsOf = (reading: RosterReading): readonly RosterRow[] => {
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.rows;
};
const HEAD = ['序号', '县（市、区）', '企业名称', '统一社会信用代码', '驻点人员', '联系电话'];
const LINE = ['1', '任城区', '示例化工有限公司', '91350100M000100Y43', '张三、李四', '13900000000、13900000001'];

describe('readRoster', () => {
  it('finds the headings under titles and reads two names in one cell with their phones', () => {
    const [row] = rowsOf(readGrid([['附件1'], ['各县（市、区）驻点企业和驻点人员名单', '', ''], [], HEAD, LINE]));
    expect(row).toMatchObject({
      row: 5,
      county: '任城区',
      enterprise: { name: '示例化工有限公司', uscc: '91350100M000100Y43' },
      people: [
        { name: '张三', phone: '13900000000' },
        { name: '李四', phone: '13900000001' },
      ],
      faults: [],
    });
  });

  it('joins the lines of one enterprise whose cells were merged', () => {
    const rows = rowsOf(readGrid([HEAD, [...LINE.slice(0, 4), '张三', '13900000000'], [...LINE.slice(0, 4), '李四', '13900000001']]));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.people.map(({ name }) => name)).toEqual(['张三', '李四']);
  });

  it.each(['单位名称', '驻点企业名称', '企 业 名 称', '驻点企业', '公司名称'])('knows the enterprise under “%s”', (heading) => {
    expect(
      rowsOf(
        readGrid([
          [heading, '驻点人员姓名'],
          ['甲厂', '张三\n李四'],
        ]),
      )[0],
    ).toMatchObject({ enterprise: { name: '甲厂' }, people: [{ name: '张三' }, { name: '李四' }] });
  });

  it('reads headings in two lines, and who is sent by whom', () => {
    const rows = rowsOf(
      readGrid([
        ['企业名称', '驻点人员', '驻点人员'],
        ['企业名称', '市级', '县级'],
        ['甲厂', '张 三', '李四'],
      ]),
    );
    expect(rows[0]?.people.map(({ name, level }) => [name, level])).toEqual([
      ['张三', 'city'],
      ['李四', 'county'],
    ]);
  });

  it('reads full-width characters, and passes over totals and notes', () => {
    const rows = rowsOf(
      readGrid([
        HEAD,
        ['１', '任城区', '甲厂', '９１３５０１００Ｍ０００１００Ｙ４３', '张三，李四', '１３９００００００００、'],
        ['合计', '1'],
        ['注：以上为示例', '', '乙厂'],
      ]),
    );
    expect(rows.map(({ enterprise }) => enterprise.uscc)).toEqual(['91350100M000100Y43']);
    expect(rows[0]?.people[0]?.phone).toBe('13900000000');
  });

  it('takes from a later line of an enterprise what the first leaves blank', () => {
    const rows = rowsOf(readGrid([HEAD, ['1', '任城区', '甲厂', '', '张三'], ['', '任城区', '甲厂', '91350100M000100Y43', '李四']]));
    expect(rows).toHaveLength(1);
    expect([rows[0]?.enterprise.uscc, rows[0]?.people.map(({ name }) => name)]).toEqual(['91350100M000100Y43', ['张三', '李四']]);
  });

  it('tells what is wrong with a line beside the line', () => {
    const rows = rowsOf(readGrid([HEAD, ['1', '任城区', '', '91350100M000100Y44', '张三', '12']]));
    expect(rows[0]?.faults.map(({ field }) => field)).toEqual(['enterprise', 'uscc', 'people']);
  });

  it('refuses one code for two names and two codes for one name', () => {
    const two = rowsOf(readGrid([HEAD, ['1', '任城区', '甲厂', '91350100M000100Y43'], ['2', '任城区', '乙厂', '91350100M000100Y43']]));
    expect(two.map(({ faults }) => faults[0]?.rule)).toEqual(['roster.uscc.twice', 'roster.uscc.twice']);
    const codes = ['91350100M000100Y43', '91350100M000100Y56'];
    const one = rowsOf(readGrid([HEAD, ...codes.map((code) => ['1', '任城区', '甲厂', code])]));
    expect(one.map(({ faults }) => faults[0]?.message)).toEqual(Array(2).fill('“甲厂”在文件中有不同的统一社会信用代码；请核对'));
  });

  it('reads each column of an enterprise', () => {
    const head = ['企业名称', '企业类型', '风险等级', '地址', '法定代表人', '安全负责人', '企业电话', '工作单位', '职务', '级别', '驻点人员'];
    const line = ['甲厂', '涂料', '橙色', '示例路1号', '丁一', '戊二', '0537—0001234', '应急局', '科员', '市级', '张三'];
    const [row] = rowsOf(readGrid([head, line]));
    expect(row).toMatchObject({
      enterprise: {
        enterprise_type: '涂料',
        risk_level: 'orange',
        address: '示例路1号',
        legal_representative: '丁一',
        safety_manager: '戊二',
        phone: '0537-0001234',
      },
      people: [{ name: '张三', level: 'city', organisation: '应急局', position: '科员' }],
      faults: [],
    });
    const levels = ['市派', '县级', ''].map((level) => rowsOf(readGrid([head, [...line.slice(0, 9), level, '张三']]))[0]?.people[0]?.level);
    expect(levels).toEqual(['city', 'county', null]);
  });

  it('knows a risk by its colour alone, and says which it does not know', () => {
    const read = (risk: string): readonly [unknown, unknown] => {
      const head = ['企业名称', '风险等级'];
      const [row] = rowsOf(readGrid([head, ['甲厂', risk]]));
      return [row?.enterprise.risk_level, row?.faults[0]?.message];
    };
    expect(['红', '黄色', '蓝色风险', 'RED', ''].map((risk) => read(risk)[0])).toEqual(['red', 'yellow', 'blue', 'red', null]);
    expect(read('紫')).toEqual([null, 'B2 “紫”：风险等级无法识别：请填红、橙、黄、蓝；请在文件中改正，或在导入页面选择']);
    expect(read('')[1]).toBeUndefined();
  });

  it('refuses a name that no enterprise has', () => {
    expect(rowsOf(readGrid([HEAD, ['1', '任城区', '厂'.repeat(201)]]))[0]?.faults).toEqual([
      { field: 'enterprise', rule: 'roster.enterprise.long', message: '企业名称超过 200 字' },
    ]);
  });

  it('takes an enterprise whose name begins like a total for one where somebody is sent to it', () => {
    const head = ['企业名称', '驻点人员'];
    const rows = rowsOf(readGrid([head, ['共计化工厂', '张三、李四'], ['甲厂', '张三、李四'], ['合计', '合计'], ['乙厂', '张三、李四']]));
    expect(rows.map(({ enterprise }) => enterprise.name)).toEqual(['共计化工厂', '甲厂', '乙厂']);
  });

  it('passes over the examples of the template', () => {
    expect(rowsOf(readGrid([HEAD, ['示例', ...LINE.slice(1)], LINE])).map(({ row }) => row)).toEqual([3]);
  });

  it('parts names that stand apart by blanks, and puts first who leads', () => {
    const people = (cell: string): unknown => rowsOf(readGrid([HEAD, ['1', '任城区', '甲厂', '', cell]]))[0]?.people.map(({ name }) => name);
    expect(people('张三 李小四')).toEqual(['张三', '李小四']);
    expect(people('张 三、李四（组长）、无、-')).toEqual(['李四', '张三']);
  });

  it('counts a person whom two lines of an enterprise name once, and two of one name by their phones', () => {
    const lines = ['13900000000', '', '13900000001'].map((phone) => ['1', '任城区', '甲厂', '', '张三', phone]);
    expect(rowsOf(readGrid([HEAD, ...lines]))[0]?.people.map(({ phone }) => phone)).toEqual(['13900000000', '13900000001']);
    expect(rowsOf(readGrid([HEAD, ...lines.slice(1, 2), ...lines.slice(0, 1)]))[0]?.people).toHaveLength(1);
  });

  it('takes a dash in the place of a code for none, and headings that end the sheet for a roster without rows', () => {
    expect(rowsOf(readGrid([HEAD, ['1', '任城区', '甲厂', '—']]))[0]).toMatchObject({ enterprise: { uscc: null }, faults: [] });
    expect(readGrid([HEAD])).toMatchObject({ rows: [] });
  });

  it('tells lines without a name apart', () => {
    const rows = rowsOf(readGrid([HEAD, ['1', '任城区', '', '91350100M000100Y43'], ['2', '任城区', '', '91350100M000100Y56']]));
    expect(rows.map(({ row, faults }) => [row, faults.map(({ rule }) => rule)])).toEqual([
      [2, ['roster.enterprise.required']],
      [3, ['roster.enterprise.required']],
    ]);
  });

  it('takes a cell that says nobody as an empty one, and words that name nobody for no name', () => {
    const head = [...HEAD, '法定代表人', '安全负责人'];
    for (const [legal, safety] of [
      ['无', '/'],
      ['暂无', '——'],
      ['.....', '待定'],
    ] as const)
      expect(rowsOf(readGrid([head, [...LINE, legal, safety]]))).toMatchObject([
        { enterprise: { legal_representative: null, safety_manager: null }, faults: [] },
      ]);
    const [row] = rowsOf(readGrid([head, [...LINE.slice(0, 4), '张三、测试', '', '某某', '乙某']]));
    expect(row?.faults.map(({ field, rule }) => [field, rule])).toEqual([
      ['legal_representative', 'roster.name'],
      ['people', 'roster.name'],
    ]);
    expect(row?.faults[0]?.message).toBe('“某某”不是姓名：请填写法定代表人（至少 2 个汉字或字母；不能只写“无”“待定”等，也不能只有标点或数字）');
    expect(row?.faults[1]?.message).toContain('“测试”');
    const [other] = rowsOf(readGrid([head, [...LINE, '乙某', '王']]));
    expect(other?.faults.map(({ field, rule }) => [field, rule])).toEqual([['safety_manager', 'roster.name']]);
  });

  it('asks about a person of one letter, and takes no answer that names nobody', () => {
    const sheets = [sheetOfTexts('名单', [HEAD, [...LINE.slice(0, 4), '张三、王', '']])];
    const rules = (answer?: string): unknown =>
      rowsOf(readRoster(sheets, new Map(answer === undefined ? [] : [['名单!E2', answer]])))[0]?.faults.map(({ rule }) => rule);
    expect(rules()).toEqual(['roster.unclear.person']);
    expect(rules('张三、王')).toEqual(['roster.name']);
    expect(rules('张三、王五')).toEqual([]);
  });

  it('keeps an answer among the questions, so that it can be changed, and what is wrong with it', () => {
    const sheets = [sheetOfTexts('名单', [HEAD, [...LINE.slice(0, 5), '13900000000']])];
    const told = (answer: string): unknown => {
      const reading = readRoster(sheets, new Map([['名单!F2', answer]]));
      if ('fault' in reading) throw new Error(reading.fault);
      return reading.questions.filter(({ id }) => id !== 'level').map(({ message, answer: given, required }) => [message, given, required]);
    };
    expect(told('13900000000、13900000001')).toEqual([['F2 “13900000000”：按“13900000000、13900000001”读取', '13900000000、13900000001', false]]);
    expect(told('')).toEqual([['F2 “13900000000”：按空白读取', '', false]]);
    expect(told('13900000001')).toEqual([['F2 “13900000001”：2 个人、1 个电话，对不上', '13900000001', true]]);
  });

  it('tells a fault that several lines of an enterprise share once', () => {
    const line = ['1', '任城区', '甲厂', '', '张三', '12'];
    expect(rowsOf(readGrid([HEAD, line, line]))[0]?.faults).toHaveLength(1);
  });

  it('goes without the counties where the file has no such column', () => {
    const head = ['企业名称', '统一社会信用代码'];
    const rows = rowsOf(readGrid([head, ['甲厂', '91350100M000100Y43'], ['甲厂', '91350100M000100Y56'], ['乙厂', '']]));
    expect(rows.map(({ county, faults }) => [county, faults[0]?.rule])).toEqual([
      [null, 'roster.name.twice'],
      [null, 'roster.name.twice'],
      [null, undefined],
    ]);
  });

  it('says what a sheet without headings lacks', () => {
    expect(
      readGrid([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    ).toEqual({ fault: expect.stringContaining('企业名称') as string });
  });

  it('reads the same whatever blank lines, titles and columns stand around', () => {
    const noise = fc.record({ titles: fc.nat(5), blanks: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), shift: fc.nat(3) });
    fc.assert(
      fc.property(noise, ({ titles, blanks, shift }) => {
        const pad = (cells: string[]): string[] => [...Array<string>(shift).fill(''), ...cells];
        const lines = ['甲厂', '乙厂', '丙厂'].map((name, index) => pad([String(index + 1), '任城区', name, '', '张三、李四', '']));
        const grid = [
          ...Array.from({ length: titles }, (_, index) => [`标题${index}`]),
          pad(HEAD),
          ...lines.flatMap((line, index) => (blanks[index] ? [[], line] : [line])),
        ];
        expect(rowsOf(readGrid(grid)).map(({ enterprise, people }) => [enterprise.name, people.length])).toEqual([
          ['甲厂', 2],
          ['乙厂', 2],
          ['丙厂', 2],
        ]);
      }),
    );
  });
});
