import { planRoster } from '@zhudian/core/roster/planRoster.ts';
import { readRoster, type RosterContents } from '@zhudian/core/roster/readRoster.ts';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { readSheets } from './readSheets.ts';

const HEAD = ['序号', '企业名称', '统一社会信用代码', '驻点人员', '联系电话'];
const CODES = ['91370811MA3F0001X3', '91370811MA3F0002X4', '91370811MA3F0003X5', '91370811MA3F0004X6'];
const PAIR = ['张甲、李乙', '13900000001、13900000002'];
const line = (index: number, ...rest: ExcelJS.CellValue[]): ExcelJS.CellValue[] => [
  index + 1,
  `任城区田野${'甲乙丙丁'.charAt(index)}化工有限公司`,
  CODES[index] ?? '',
  ...(rest.length > 0 ? rest : PAIR),
];

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;
async function workbook(fill: Fill): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('附件1'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
async function read(bytes: Buffer, name = '名单.xlsx', answers: Record<string, string> = {}): Promise<RosterContents> {
  const reading = readRoster(await readSheets(bytes, name), new Map(Object.entries(answers)));
  if ('fault' in reading) throw new Error(reading.fault);
  for (const { rows, read: taken, passed, unclear } of reading.accounting) expect(taken + passed + unclear).toBe(rows);
  return reading;
}
const rows = async (lines: ExcelJS.CellValue[][], change: Fill = () => undefined): Promise<RosterContents> =>
  await read(
    await workbook((sheet, book) => {
      sheet.addRows(lines);
      change(sheet, book);
    }),
  );
const people = ({ rows: all }: RosterContents): unknown =>
  all.map((row) =>
    row.people.map((one) =>
      [one.name, one.level, one.phone, one.organisation, one.position]
        .map((value) => value ?? '')
        .join(' ')
        .trim(),
    ),
  );
const names = ({ rows: all }: RosterContents): string[] => all.map(({ enterprise }) => enterprise.name);
const open = ({ questions }: RosterContents): string[] => questions.filter(({ required }) => required).map(({ id }) => id);

describe('a roster as an office keeps it', () => {
  it('with a sheet for each town is read from all of them', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRows([HEAD, line(0)]);
      book.addWorksheet('二十里铺').addRows([HEAD, line(1)]);
      book.addWorksheet('封面').addRow(['驻点监督名单']);
      book.addWorksheet('旧', { state: 'veryHidden' }).addRows([HEAD, line(2)]);
    });
    const reading = await read(bytes);
    expect(reading.rows.map(({ sheet, row, enterprise }) => [sheet, row, enterprise.name])).toEqual([
      ['附件1', 2, '任城区田野甲化工有限公司'],
      ['二十里铺', 2, '任城区田野乙化工有限公司'],
    ]);
    expect(reading.unread.map(({ sheet }) => sheet)).toEqual(['封面', '旧']);
  });

  it('with subtotals in the middle goes on behind them', async () => {
    const reading = await rows([HEAD, line(0), ['小计', '1家'], line(1), line(2), ['小计', '2家'], ['合计', '3家']]);
    expect([names(reading).length, reading.accounting[0]?.reasons.total]).toEqual([3, 3]);
  });

  it('in the notice’s words of who sends people, in one cell for two', async () => {
    const reading = await rows([[...HEAD, '级别'], line(0, ...PAIR, '县（市、区）级'), line(1, ...PAIR, '市级、县级'), line(2, ...PAIR, '省级')]);
    expect(people(reading)).toEqual([
      ['张甲 county 13900000001', '李乙 county 13900000002'],
      ['张甲 city 13900000001', '李乙 county 13900000002'],
      ['张甲  13900000001', '李乙  13900000002'],
    ]);
    expect(open(reading)).toEqual(['附件1!F4']);
  });

  it('with the level in an upper heading, merged over names and phones', async () => {
    const reading = await rows(
      [
        ['序号', '企业名称', '统一社会信用代码', '市级驻点人员', '', '县级驻点人员', ''],
        ['', '', '', '姓名', '电话', '姓名', '电话'],
        line(0, '张甲', '13900000001', '李乙', '13900000002'),
      ],
      (sheet) => {
        sheet.mergeCells('D1:E1');
        sheet.mergeCells('F1:G1');
      },
    );
    expect(people(reading)).toEqual([['张甲 city 13900000001', '李乙 county 13900000002']]);
  });

  it('with blanks and posts in names', async () => {
    const reading = await rows([
      HEAD,
      line(0, '欧阳 明华、李乙', PAIR[1]),
      line(1, '王  伟、李乙', PAIR[1]),
      line(2, '张甲 科员、李乙 主任科员', PAIR[1]),
    ]);
    expect(people(reading)).toEqual([
      ['欧阳明华  13900000001', '李乙  13900000002'],
      ['王伟  13900000001', '李乙  13900000002'],
      ['张甲  13900000001  科员', '李乙  13900000002  主任科员'],
    ]);
  });

  it('with phones out of step gives nobody another one’s', async () => {
    const reading = await rows([
      HEAD,
      line(0, '张甲、李乙', '13900000001/0537-2310001、13900000002'),
      line(1, '王丙、赵丁、孙戊', '13900000003、、13900000005'),
      line(2, '周己、吴庚', '13900000006 13900000007'),
      line(3, '郑辛、冯壬', '冯壬：13900000009、郑辛：13900000008'),
    ]);
    expect(people(reading)).toEqual([
      ['张甲', '李乙'],
      ['王丙  13900000003', '赵丁', '孙戊  13900000005'],
      ['周己  13900000006', '吴庚  13900000007'],
      ['郑辛  13900000008', '冯壬  13900000009'],
    ]);
    expect([open(reading), reading.rows.map(({ faults }) => faults.length)]).toEqual([['附件1!E2'], [1, 0, 0, 0]]);
  });

  it.each<[string, string[], ExcelJS.CellValue[], string[]]>([
    ['组长 and 组员', ['组长', '组员', '手机号'], ['张甲', '李乙', PAIR[1] ?? ''], ['张甲  13900000001', '李乙  13900000002']],
    ['a level in brackets', ['驻点监督人员（市级）', '驻点监督人员（县级）'], ['张甲', '李乙'], ['张甲 city', '李乙 county']],
    [
      'numbers, and phones typed as numbers',
      ['驻点人员1', '电话1', '驻点人员2', '电话2'],
      ['张甲', 13_900_000_001, '李乙', 13_900_000_002],
      ['张甲  13900000001', '李乙  13900000002'],
    ],
    [
      'a unit for each',
      ['驻点人员', '工作单位', '联系电话', '驻点人员', '工作单位', '联系电话'],
      ['张甲', '任城区工信局', '13900000001', '李乙', '任城区应急局', '13900000002'],
      ['张甲  13900000001 任城区工信局', '李乙  13900000002 任城区应急局'],
    ],
    [
      'units and posts in one cell',
      ['驻点人员', '联系电话', '工作单位', '职务'],
      [...PAIR, '任城区工信局、任城区应急局', '科员、副科长'],
      ['张甲  13900000001 任城区工信局 科员', '李乙  13900000002 任城区应急局 副科长'],
    ],
  ])('with columns of people by %s', async (_, heads, cells, expected) => {
    expect(people(await rows([[...HEAD.slice(0, 3), ...heads], line(0, ...cells)]))).toEqual([expected]);
  });

  it('with a link in two fonts is read as the text that it shows', async () => {
    const link = (...texts: string[]): ExcelJS.CellValue =>
      ({
        text: { richText: texts.map((text, index) => ({ text, ...(index > 0 ? { font: { underline: true } } : {}) })) },
        hyperlink: 'http://x.example/',
      }) as unknown as ExcelJS.CellValue;
    const reading = await rows([
      HEAD,
      [1, link('任城区田野', '甲化工有限公司'), CODES[0] ?? '', PAIR[0] ?? '', link('13900000001、', '13900000002')],
    ]);
    expect(names(reading)).toEqual(['任城区田野甲化工有限公司']);
    expect(people(reading)).toEqual([['张甲  13900000001', '李乙  13900000002']]);
  });

  it('with rows hidden by a filter, and a hidden column, is told of them', async () => {
    const reading = await rows([HEAD, line(0), line(1), line(2)], (sheet) => {
      sheet.getRow(3).hidden = true;
      sheet.getColumn(5).hidden = true;
    });
    expect(reading.notes.map(({ message }) => message)).toEqual(['有 1 行是隐藏的，已读取：第 3 行', 'E 列是隐藏的，已读取']);
  });

  it('with formulas is read by their results, and asked about where there is none', async () => {
    const formula = (result?: ExcelJS.CellValue): ExcelJS.CellValue =>
      ({ formula: 'ROW()-1', ...(result === undefined ? {} : { result }) }) as ExcelJS.CellValue;
    const reading = await rows([
      ['附件1', '', '', '', { formula: 'TODAY()', result: new Date('2026-09-01') }],
      HEAD,
      [formula(1), ...line(0).slice(1)],
      [formula(), formula('任城区田野乙化工有限公司'), ...line(1).slice(2)],
      [3, formula(), ...line(2).slice(2)],
      [4, formula({ error: '#N/A' }), ...line(3).slice(2)],
      ['合计', { formula: 'COUNTA(B3:B6)', result: 4 }],
    ]);
    expect(names(reading)).toEqual(['任城区田野甲化工有限公司', '任城区田野乙化工有限公司', '', '']);
    expect(open(reading)).toEqual(['附件1!B5', '附件1!B6']);
  });

  it('with a blank line in a merged county has no enterprise there', async () => {
    const head = ['县（市、区）', ...HEAD.slice(1)];
    const reading = await rows([head, ['任城区', ...line(0).slice(1)], ['任城区'], ['任城区', ...line(1).slice(1)]], (sheet) =>
      sheet.mergeCells('A2:A4'),
    );
    expect(reading.rows.map(({ county, faults }) => [county, faults.length])).toEqual([
      ['任城区', 0],
      ['任城区', 0],
    ]);
  });

  it('of an enterprise that has stopped tells so, and renames none that is known', async () => {
    const stopped = [2, '任城区田野乙化工有限公司（停产）', ...line(1).slice(2)];
    const reading = await rows([[...HEAD, '备注'], line(0, ...PAIR, '已停产，暂停驻点'), stopped]);
    expect(reading.rows.map(({ enterprise, notes }) => [enterprise.name, notes.length])).toEqual([
      ['任城区田野甲化工有限公司', 1],
      ['任城区田野乙化工有限公司', 1],
    ]);
  });

  it('that leaves out enterprises in service is told which', async () => {
    const reading = await rows([HEAD, line(0)]);
    const blank = { enterprise_type: null, risk_level: null, address: null, legal_representative: null, safety_manager: null, phone: null };
    const known = [0, 1].map((index) => ({
      ...blank,
      id: `e${index}`,
      county: 'c',
      name: `任城区田野${'甲乙'.charAt(index)}化工有限公司`,
      uscc: CODES[index] ?? null,
      status: 'active' as const,
    }));
    const counties = [{ id: 'c', code: '370811', name: '任城区' }];
    const plan = planRoster(
      reading.rows,
      { counties, enterprises: known, inspectors: [], teams: [] },
      { county: 'c', allowed: null, newId: () => 'x' },
    );
    expect(plan.absent).toEqual([{ id: 'e1', name: '任城区田野乙化工有限公司', county: '任城区' }]);
  });

  it('with headings at the top of each page has no enterprise of that name', async () => {
    expect(names(await rows([HEAD, line(0), HEAD, line(1)]))).toHaveLength(2);
    const two = [...HEAD.slice(0, 3), '市级人员', '县级人员'];
    expect(names(await rows([two, line(0, '张甲', '李乙'), two, line(1, '张甲', '李乙')]))).toHaveLength(2);
  });

  it('with risks by their official words', async () => {
    const risks = ['重大风险', '橙色（较大）', '一般', '低'];
    const reading = await rows([[...HEAD, '风险等级'], ...risks.map((risk, index) => line(index, ...PAIR, risk))]);
    expect(reading.rows.map(({ enterprise }) => enterprise.risk_level)).toEqual(['red', 'orange', 'yellow', 'blue']);
  });

  it('with codes typed as numbers says that digits were lost, and takes none of them', async () => {
    const coded = [913_708_117_654_321_000, 913_708_117_650_016_000, '9.13708E+17'].map((code, index) => [
      index + 1,
      `试验${index}号化工有限公司`,
      code,
      ...PAIR,
    ]);
    const reading = await rows([HEAD, ...coded]);
    expect(reading.rows.map(({ enterprise, faults }) => [enterprise.uscc, faults.length])).toEqual([
      [null, 1],
      [null, 1],
      [null, 1],
    ]);
    expect(reading.rows[0]?.faults[0]?.message).toContain('C2 “913708117654321000”：单元格是数字，Excel 只保留 15 位');
    expect(open(reading)).toEqual(['附件1!C2', '附件1!C3', '附件1!C4']);
  });

  it('with texts struck through asks which of them hold', async () => {
    const reading = await rows(
      [HEAD, line(0), line(1, { richText: [{ text: '张甲、' }, { text: '王丙', font: { strike: true } }, { text: '李乙' }] }, ''), line(2)],
      (sheet) => sheet.getRow(4).eachCell((cell) => (cell.font = { strike: true })),
    );
    expect(open(reading)).toEqual(['附件1!D3', '附件1!4:row']);
    expect(reading.questions.find(({ id }) => id === '附件1!D3')?.choices.map(({ value }) => value)).toEqual(['张甲、李乙', '张甲、王丙李乙']);
  });

  it('with phones that lost their first nought in a format of noughts, errors, dates, booleans and line ends of other programs', async () => {
    const reading = await rows(
      [
        HEAD,
        line(0, '张甲_x000D_\n李乙', 5_372_310_001),
        line(1, { error: '#REF!' }, ''),
        line(2, '张甲、李乙', new Date('2026-09-01')),
        line(3, true, 1.5),
      ],
      (sheet) => {
        sheet.getCell('E2').numFmt = '00000000000';
      },
    );
    expect(reading.rows[0]?.people.map(({ name }) => name)).toEqual(['张甲', '李乙']);
    expect(reading.questions.find(({ id }) => id === '附件1!E2')?.text).toBe('05372310001');
    expect(open(reading)).toEqual(['附件1!E2', '附件1!D3', '附件1!E4', '附件1!D5']);
  });

  it('tells of what stands too far to the right', async () => {
    const reading = await rows([HEAD, line(0)], (sheet) => (sheet.getCell('DA2').value = '远'));
    expect(reading.notes.map(({ reason }) => reason)).toEqual(['cut']);
  });
});

describe('a text file', () => {
  const cells = ['1', '任城区田野甲化工有限公司', CODES[0], ...PAIR];
  const text = (delimiter: string): string => [HEAD, cells].map((row) => row.join(delimiter)).join('\r\n');
  const utf16 = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
  it.each<[string, Buffer]>([
    ['in UTF-8', Buffer.from(text(','))],
    ['with its mark', Buffer.from(`\ufeff${text(',')}`)],
    ['in UTF-16 with tabs, as Excel writes “Unicode text”', utf16(Buffer.from(text('\t'), 'utf16le'))],
    ['in UTF-16 the other way round', Buffer.from(`\ufeff${text('\t')}`, 'utf16le').swap16()],
    ['in UTF-16 without its mark', Buffer.from(text('\t'), 'utf16le')],
    ['in UTF-16 without its mark the other way round', Buffer.from(text('\t'), 'utf16le').swap16()],
    ['that says its delimiter', Buffer.from(`sep=;\r\n${text(';')}`)],
    ['with bars', Buffer.from(text('|'))],
    ['whose texts are formulas of texts', Buffer.from(`${HEAD.join(',')}\n1,任城区田野甲化工有限公司,="${CODES[0]}",${PAIR[0]},="${PAIR[1]}"\n`)],
    [
      'whose texts are formulas of texts, quoted',
      Buffer.from(`${HEAD.join(',')}\n1,任城区田野甲化工有限公司,"=""${CODES[0]}""",${PAIR[0]},${PAIR[1]}\n`),
    ],
  ])('%s', async (_, bytes) => {
    const reading = await read(bytes, '名单.csv');
    expect(reading.rows.map(({ sheet, enterprise }) => [sheet, enterprise.name, enterprise.uscc])).toEqual([
      ['名单', '任城区田野甲化工有限公司', CODES[0]],
    ]);
    expect(people(reading)).toEqual([['张甲  13900000001', '李乙  13900000002']]);
  });

  it('as Excel writes it on Chinese machines', async () => {
    const gbk = Buffer.concat([
      Buffer.from('c6f3d2b5c3fbb3c6', 'hex'),
      Buffer.from(','),
      Buffer.from('d7a4b5e3c8cbd4b1', 'hex'),
      Buffer.from('\n'),
      Buffer.from('bcd7b3a7', 'hex'),
      Buffer.from(',\n'),
    ]);
    expect(names(await read(gbk, 'a.csv'))).toEqual(['甲厂']);
  });
});

describe('a file that is no roster', () => {
  const ole = (more = ''): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')]);
  const zip = (...names: string[]): Buffer => {
    const made = new PizZip();
    for (const name of names) made.file(name, 'x');
    return made.generate({ type: 'nodebuffer' });
  };
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an empty one', () => Buffer.alloc(0), '空的'],
    ['an old workbook', () => ole('Workbook'), '旧版的 Excel 或 WPS 文件（.xls、.et）'],
    ['an encrypted one', () => ole('EncryptedPackage'), '清空密码'],
    ['a binary workbook', () => zip('xl/workbook.bin'), '.xlsb'],
    ['one of LibreOffice', () => zip('content.xml', 'mimetype'), '.ods'],
    ['a document', () => zip('word/document.xml'), '不是 Excel 工作簿'],
    ['one with macros', () => zip('xl/workbook.xml', 'xl/vbaProject.bin'), '宏'],
    ['a workbook that is none', () => zip('xl/workbook.xml'), '另存为'],
    ['a torn one', () => zip('xl/workbook.xml').subarray(0, 60), '损坏'],
    ['a page', () => Buffer.from('<html><table></table></html>'), '网页'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), '文件类型不对'],
    ['rubbish with noughts on one side', () => Buffer.from([65, 0, 66, 0, 67, 0, 68, 0, 69, 0, 0, 0xd8]), '文件类型不对'],
    ['rubbish with noughts on both sides', () => Buffer.from([0, 65, 65, 0, 1, 1]), '文件类型不对'],
    ['an uneven number of bytes with noughts', () => Buffer.from([0, 65, 65]), '文件类型不对'],
    ['a workbook without anything in it', () => workbook(() => undefined), '没有内容'],
    ['blank rows without end', () => Buffer.from(`企业名称,驻点人员\n${',\n'.repeat(70_000)}甲厂,`), '空白行'],
    ['columns without end', () => Buffer.from(`${','.repeat(500)}\n`.repeat(5000) + '甲'), '列太多'],
    ['a row very far down', () => workbook((sheet) => (sheet.getCell('A70000').value = '远')), '空白行'],
    [
      'merges without end',
      () =>
        workbook((sheet) => {
          sheet.addRow(HEAD);
          sheet.mergeCells('A2:CV1100');
        }),
      '合并',
    ],
    ['a cell that is a book', () => Buffer.from(`企业名称,驻点人员\n${'厂'.repeat(2500)},`), '超过 2000 字'],
    [
      'sheets without end',
      () => workbook((_, book) => Array.from({ length: 60 }, (__, index) => book.addWorksheet(`表${index}`).addRow(['甲']))),
      '工作表，超过上限',
    ],
    [
      'cells without end',
      () => {
        const made = new PizZip();
        made.file('xl/workbook.xml', '<workbook/>');
        made.file('xl/worksheets/sheet1.xml', `<sheetData>${'<c r="A1"/>'.repeat(300_001)}</sheetData>`);
        return made.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
      },
      '单元格太多',
    ],
  ])('%s is refused with what to do', async (_, make, words) => {
    const told = await readSheets(await make(), 'a.xlsx').then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    expect(told).toContain(words);
  });

  it('with macros by its name', async () => {
    const told = await readSheets(await workbook((sheet) => sheet.addRow(HEAD)), 'a.xlsm').catch((error: unknown) => (error as Error).message);
    expect(told).toContain('含宏');
  });
});
