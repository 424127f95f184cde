import fc from 'fast-check';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../text/cleanText.ts';
import { readZip } from '../documents/readZip.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import type { TemplateFault } from '../documents/TemplateFault.ts';
import { wordTemplate } from '../documents/testing/wordTemplate.ts';
import { renderSpreadsheet } from './renderSpreadsheet.ts';
import { openSheet, sheetTemplate, valuesOf } from './testing/sheetTemplate.ts';

async function faultsOf(template: Uint8Array): Promise<readonly TemplateFault[]> {
  try {
    await renderSpreadsheet(template, {});
  } catch (error) {
    if (error instanceof TemplateError) return error.faults;
    throw error;
  }
  return [];
}
const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(readZip(bytes, 'Excel').get(part));
const SHEET = 'xl/worksheets/sheet1.xml';

describe('rows', () => {
  it('grow with a text that wraps, in merged cells too, and never get lower than the template has them', async () => {
    const template = await sheetTemplate([['{note}'], ['{name}', 'x'], ['{short}']], (sheet) => {
      sheet.mergeCells('A1:C1');
      for (const [row, height] of [
        [1, 20],
        [2, 20],
        [3, 60],
      ] as const) {
        sheet.getRow(row).height = height;
        sheet.getCell(row, 1).alignment = { wrapText: true };
        sheet.getCell(row, 1).font = { name: '宋体', size: 12 };
      }
      for (const column of [1, 2, 3]) sheet.getColumn(column).width = 20;
    });
    const height = async (note: string, name: string): Promise<number[]> => {
      const sheet = await openSheet(await renderSpreadsheet(template, { note, name, short: '短' }));
      return [1, 2, 3].map((row) => sheet.getRow(row).height);
    };
    expect(await height('短', '短')).toEqual([20, 20, 60]);
    // Three columns hold some 35 characters of 12 points, one holds 11.
    const [merged = 0, single = 0] = await height('长'.repeat(100), '长'.repeat(30));
    expect(merged).toBeGreaterThanOrEqual(3 * 12 * 1.25);
    expect(merged).toBeLessThan(5 * 12 * 1.3);
    expect(single).toBeGreaterThanOrEqual(3 * 12 * 1.25);
    expect((await height('一\n二\n三\n四', '短'))[0]).toBeGreaterThanOrEqual(4 * 12 * 1.25);
  });

  it('repeat for the lines of a list, with their formats, heights and merges; sums go over all of them', async () => {
    const template = await sheetTemplate(
      [['名单'], ['{#rows}{name}', '{amount}{/rows}'], ['合计', { formula: 'SUM(B2:B2)', result: 0 }], ['{note}']],
      (sheet) => {
        sheet.getCell('B2').numFmt = '0.00';
        sheet.getRow(2).height = 33;
        sheet.mergeCells('A2:A2');
        sheet.mergeCells('A4:B4');
        sheet.pageSetup.printArea = 'A1:B4';
      },
    );
    const rows = ['0.10', '0.20', '12345.6789'].map((amount, index) => ({ name: `企业${index}`, amount }));
    const sheet = await openSheet(await renderSpreadsheet(template, { rows, note: '完' }));
    expect(valuesOf(sheet)).toEqual([
      ['名单', null],
      ['企业0', 0.1],
      ['企业1', 0.2],
      ['企业2', 12345.6789],
      ['合计', { formula: 'SUM(B2:B4)', result: 12345.9789 }],
      ['完', '完'],
    ]);
    expect([2, 3, 4].map((row) => [sheet.getRow(row).height, sheet.getCell(row, 2).numFmt])).toEqual([
      [33, '0.00'],
      [33, '0.00'],
      [33, '0.00'],
    ]);
    expect(sheet.model.merges).toEqual(['A6:B6']);
    expect(sheet.pageSetup.printArea).toBe('A1:B6');
  });

  it('of a merge within a block are merged in each copy', async () => {
    const template = await sheetTemplate([['{#rows}{name}', '{a}'], [null, '{b}{/rows}'], ['尾']], (sheet) => sheet.mergeCells('A1:A2'));
    const line = { name: '甲', a: '一', b: '二' };
    const sheet = await openSheet(await renderSpreadsheet(template, { rows: [line, line] }));
    expect(sheet.model.merges).toEqual(['A1:A2', 'A3:A4']);
    expect(sheet.getCell('A5').value).toBe('尾');
  });

  it('of an empty list, or of a condition that does not hold, go, and nothing of them stays behind', async () => {
    const template = await sheetTemplate(
      [
        ['{#rows}{name}', '{n}{/rows}'],
        ['{^rows}无', '{/rows}'],
        ['合计', { formula: 'SUM(B1:B1)', result: 0 }],
      ],
      (sheet) => (sheet.getCell('B1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } }),
    );
    const bytes = await renderSpreadsheet(template, { rows: [] });
    const sheet = await openSheet(bytes);
    // exceljs leaves a result of 0 out as it reads.
    expect(valuesOf(sheet)).toEqual([
      ['无', null],
      ['合计', { formula: 'SUM(0)' }],
    ]);
    expect(text(bytes, SHEET)).toContain('<f>SUM(0)</f><v>0</v>');
    expect(sheet.getCell('B1').fill).toBeUndefined();
    const full = await openSheet(await renderSpreadsheet(template, { rows: [{ name: '甲', n: 2 }] }));
    expect(valuesOf(full)).toEqual([
      ['甲', 2],
      ['合计', { formula: 'SUM(B1:B1)', result: 2 }],
    ]);
  });

  it('add up across and down', async () => {
    const template = await sheetTemplate([
      ['{#rows}{a}', '{b}', { formula: 'SUM(A1:B1)', result: 0 }, '{/rows}'],
      [
        { formula: 'SUM(A1:A1)', result: 0 },
        { formula: 'SUM(B1:B1)', result: 0 },
        { formula: 'SUM(C1:C1)', result: 0 },
      ],
    ]);
    const sheet = await openSheet(
      await renderSpreadsheet(template, {
        rows: [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ],
      }),
    );
    expect(sheet.getCell('C2').value).toEqual({ formula: 'SUM(A2:B2)', result: 7 });
    expect(sheet.getCell('C3').value).toEqual({ formula: 'SUM(C1:C2)', result: 10 });
  });
});

describe('a cell', () => {
  const one = async (tag: string, value: unknown, numFmt = 'General'): Promise<unknown> => {
    const template = await sheetTemplate([[tag, 'x']], (sheet) => (sheet.getCell('A1').numFmt = numFmt));
    return (await openSheet(await renderSpreadsheet(template, { value }))).getCell('A1').value;
  };

  it('of a number’s format with one tag holds a number; any other holds text', async () => {
    expect(await one('{value}', '12.5000', '0.00')).toBe(12.5);
    expect(await one(' {value} ', '7', '#,##0')).toBe(7);
    expect(await one('{value}', 7)).toBe(7);
    expect(await one('{value}', '0537', 'General')).toBe('0537');
    expect(await one('{value}', '0537', '@')).toBe('0537');
    expect(await one('{value}项', '7', '0')).toBe('7项');
    expect(await one('{value}', '未报', '0')).toBe('未报');
    expect(await one('{value}', '2026', 'yyyy"年"')).toBe('2026');
    expect(await one('{value}', '91370811000000001X', '0')).toBe('91370811000000001X');
    expect(await one('{value}', '12345678901234567', '0')).toBe('12345678901234567');
  });

  it('of what is missing is blank, never a program’s word for nothing', async () => {
    for (const value of [undefined, null, '', {}, Number.NaN, () => 'called']) expect(await one('{value}', value)).toBeNull();
    expect(await one('{value}{constructor}{value.x}。', null)).toBe('。');
  });

  it('has conditions and lists of its own', async () => {
    const template = await sheetTemplate([['{#missing}未报：{#list}{.}；{/list}{/missing}{^missing}全报{/missing}']]);
    const print = async (data: Record<string, unknown>): Promise<unknown> =>
      (await openSheet(await renderSpreadsheet(template, data))).getCell('A1').value;
    expect(await print({ missing: true, list: ['甲', '乙'] })).toBe('未报：甲；乙；');
    expect(await print({ missing: '' })).toBe('全报');
  });

  it('shows the lines of a list themselves, and nothing for one that is none', async () => {
    const template = await sheetTemplate([['{#list}[{.}]{/list}', '{^list}无{/list}']]);
    const sheet = await openSheet(await renderSpreadsheet(template, { list: ['甲', null, 2] }));
    expect([sheet.getCell('A1').value, sheet.getCell('B1').value]).toEqual(['[甲][][2]', null]);
  });

  it('that is written in several fonts keeps its text', async () => {
    const richText = [{ text: '共{co' }, { text: 'unt}家', font: { bold: true } }];
    const sheet = await openSheet(await renderSpreadsheet(await sheetTemplate([[{ richText }, { richText: [{ text: '不变' }] }]]), { count: 3 }));
    expect(sheet.getCell('A1').value).toBe('共3家');
    expect(sheet.getCell('B1').value).toEqual({ richText: [{ text: '不变' }] });
  });
});

describe('what people wrote', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠x', ' =1', '\n=cmd|/c calc!A0', '=HYPERLINK("http://a.example","x")'])(
    '%j is a text in quotes, never a formula',
    async (value) => {
      const bytes = await renderSpreadsheet(await sheetTemplate([['{value}', '{#rows}{.}'], ['{/rows}']]), { value, rows: [value] });
      expect((await openSheet(bytes)).getCell('A1').value).toBe(value);
      expect(text(bytes, SHEET)).not.toContain('<f');
      const style = Number(/<c r="A1" s="(\d+)" t="s"/.exec(text(bytes, SHEET))?.[1]);
      const formats = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s.exec(text(bytes, 'xl/styles.xml'));
      const all = formats?.[2]?.match(/<xf\b/g) ?? [];
      expect(all).toHaveLength(Number(formats?.[1]));
      expect(formats?.[2]?.split(/(?=<xf\b)/)[style]).toContain('quotePrefix="1"');
    },
  );

  it('that looks like a formula is marked, and its neighbours keep their formats', async () => {
    const template = await sheetTemplate([['{a}', '{b}', '固定'], ['{a}'], ['{a}']], (sheet) => {
      sheet.getCell('A1').numFmt = '@';
      sheet.getCell('B1').numFmt = '@';
    });
    const bytes = await renderSpreadsheet(template, { a: '=1', b: '甲' });
    const style = (cell: string): number => Number(new RegExp(`<c r="${cell}"(?: s="(\\d+)")?`).exec(text(bytes, SHEET))?.[1] ?? 0);
    const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(text(bytes, 'xl/styles.xml'))?.[1]?.split(/(?=<xf\b)/) ?? [];
    expect(['A1', 'A2', 'B1', 'C1'].map((cell) => formats[style(cell)]?.includes('quotePrefix') ?? false)).toEqual([true, true, false, false]);
    expect([style('A3'), formats.filter((format) => format.includes('quotePrefix')).length]).toEqual([style('A2'), 2]);
    const sheet = await openSheet(bytes);
    expect(['A1', 'A2', 'B1'].map((cell) => sheet.getCell(cell).numFmt)).toEqual(['@', undefined, '@']);
  });

  it('comes out as it went in, but for what no file can hold', async () => {
    const template = await sheetTemplate([['前{value}后', '{value}']]);
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '{#rows}',
        '{value}',
        '<c r="A1"/>',
        '&amp;',
        ']]>',
        '_x0041_',
        '_x000d_',
        '_X0041_',
        '\ud800',
        '\u0000',
        '🏭',
        '\u202e',
        'شركة',
        "$&$'",
        '长'.repeat(200),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
        async (value) => {
          const sheet = await openSheet(await renderSpreadsheet(template, { value }));
          expect(sheet.getCell('A1').value).toBe(`前${cleanText(value)}后`);
          expect(sheet.getCell('B1').value ?? '').toBe(cleanText(value));
        },
      ),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 150 },
    );
  });

  it('that is more than a cell holds is refused in Chinese, with the cell', async () => {
    const template = await sheetTemplate([['{value}']]);
    await expect(renderSpreadsheet(template, { value: '长'.repeat(32_768) })).rejects.toThrow(/Excel 模板.*\n.*单元格 A1 .*超过 32767 字/);
  });
});

describe('the same input', () => {
  it('gives the same bytes, at any time and in any time zone', async () => {
    const template = await sheetTemplate([['{value}']], (_, workbook) => (workbook.title = '表（{value}）'));
    const before = process.env.TZ;
    const here = await renderSpreadsheet(template, { value: '甲' });
    process.env.TZ = 'America/New_York';
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const there = await renderSpreadsheet(template, { value: '甲' });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(Buffer.compare(here, there)).toBe(0);
    expect(text(here, 'docProps/core.xml')).toContain('表（甲）');
    expect(text(here, 'docProps/core.xml')).not.toMatch(/created|modified/);
  });
});

describe('a workbook that another program wrote', () => {
  const changed = async (change: (zip: PizZip) => void): Promise<Uint8Array> => {
    const zip = new PizZip(await sheetTemplate([['{value}']], (_, workbook) => (workbook.title = '{value}')));
    change(zip);
    return await renderSpreadsheet(zip.generate({ type: 'uint8array' }), { value: '甲' });
  };
  const CORE = 'docProps/core.xml';

  it('may have no title, or no properties at all', async () => {
    for (const change of [
      (zip: PizZip) => void zip.file(CORE, (zip.file(CORE)?.asText() ?? '').replace('<dc:title>{value}</dc:title>', '')),
      (zip: PizZip) => {
        zip.remove(CORE);
        zip.file('_rels/.rels', (zip.file('_rels/.rels')?.asText() ?? '').replace(/<Relationship [^>]*core-properties[^>]*>/, ''));
      },
    ]) {
      const bytes = await changed(change);
      expect((await openSheet(bytes)).getCell('A1').value).toBe('甲');
      expect(text(bytes, CORE)).not.toMatch(/<dc:title>.+<|undefined/);
    }
    expect(text(await changed(() => undefined), CORE)).toContain('<dc:title>甲</dc:title>');
  });

  it('may have a title whose tags do not pair: what can be read of it is printed', async () => {
    const titled = async (title: string): Promise<string | undefined> => {
      const bytes = await renderSpreadsheet(await sheetTemplate([['x']], (_, workbook) => (workbook.title = title)), { rows: [1, 2], a: '甲' });
      return /<dc:title>(.*)<\/dc:title>/.exec(text(bytes, CORE))?.[1];
    };
    expect(await titled('{a}{/rows}表')).toBe('甲表');
    expect(await titled('{#rows}{a}')).toBe('甲甲');
  });
});

describe('the faults of a template', () => {
  it('are reported together, each with its cell, its tag and a remedy', async () => {
    const faults = await faultsOf(
      await sheetTemplate([
        ['{name', '单位}', '{{a}', '{%photo}', '{@raw}', '{a+b}'],
        [{ formula: 'WEBSERVICE("http://a.example")', result: 0 }, '{#a}{/b}', '{/c}'],
        ['{#rows}{x}'],
      ]),
    );
    expect(faults.map(({ id, part }) => [part, id])).toEqual([
      ['表!A1', 'unclosed_tag'],
      ['表!B1', 'unopened_tag'],
      ['表!C1', 'duplicate_open_tag'],
      ['表!D1', 'image_not_in_spreadsheet'],
      ['表!E1', 'raw_xml_not_allowed'],
      ['表!F1', 'scopeparser_compilation_failed'],
      ['表!A2', 'formula_not_a_sum'],
      ['表!B2', 'closing_tag_does_not_match_opening_tag'],
      ['表!C2', 'unopened_loop'],
      ['表!A3', 'unclosed_loop'],
    ]);
    expect(faults[0]?.message).toBe('工作表“表”单元格 A1：“{name”附近的标签缺少结尾的“}”。请在标签名后补上“}”。');
    expect(faults[6]?.message).toContain('只能写求和公式，如 =SUM(C6:C6)');
    for (const { message } of faults) expect(message).not.toMatch(/undefined|docx/);
  });

  it('name blocks that stand in one another or share rows', async () => {
    const nested = await faultsOf(await sheetTemplate([['{#a}'], ['{#b}'], ['{/b}'], ['{/a}']]));
    expect(nested.map(({ id, tag }) => [id, tag])).toEqual([['blocks_overlap', 'a']]);
    const beside = await faultsOf(await sheetTemplate([['{#a}', '{/a}', '{#b}', '{/b}']]));
    expect(beside.map(({ id, tag }) => [id, tag])).toEqual([['blocks_overlap', 'b']]);
  });

  it('name a merge that reaches out of its block; one that reaches into it grows with it', async () => {
    const template = async (merge: string): Promise<Uint8Array> =>
      await sheetTemplate([['头'], ['', '{#rows}{a}{/rows}', '{#rows}'], ['', '{b}', '{/rows}'], ['尾']], (sheet) => sheet.mergeCells(merge));
    expect(await faultsOf(await template('A3:A4'))).toMatchObject([
      { id: 'merge_leaves_block', part: '表!A3', tag: 'rows', message: expect.stringContaining('伸到了循环之外') as string },
    ]);
    const sheet = await openSheet(await renderSpreadsheet(await template('A1:A2'), { rows: [1, 2, 3] }));
    expect(sheet.model.merges).toEqual(['A1:A6']);
  });

  it('are told of files that are none', async () => {
    const id = async (bytes: Uint8Array): Promise<string | undefined> => (await faultsOf(bytes))[0]?.message;
    expect(await id(new TextEncoder().encode('a,b'))).toMatch(/不是 \.xlsx 文件.*Excel 或 WPS/);
    expect(await id(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/旧版 \.xls/);
    const template = await sheetTemplate([['x']]);
    expect(await id(template.subarray(0, template.length - 30))).toMatch(/\.xlsx/);
    expect(await id(wordTemplate(''))).toBe('文件其实是 Word 文档，这里要用 Excel 模板。请上传 Excel 工作簿（*.xlsx）。');
  });

  it('are told of a workbook whose content cannot be read', async () => {
    const zip = new PizZip(await sheetTemplate([['x']]));
    const faults = await faultsOf(zip.file('xl/workbook.xml', '<workbook').generate({ type: 'uint8array' }));
    expect(faults).toMatchObject([{ id: 'workbook_unreadable', message: expect.stringContaining('可能已损坏') as string }]);
  });

  it.each([
    ['xl/vbaProject.bin', '宏'],
    ['xl/charts/chart1.xml', '图表'],
    ['xl/pivotTables/pivotTable1.xml', '数据透视表'],
    ['xl/externalLinks/externalLink1.xml', '到其他文件或数据库的链接'],
    ['xl/connections.xml', '到其他文件或数据库的链接'],
    ['xl/embeddings/oleObject1.bin', '控件或嵌入的对象'],
  ])('are told of %s: a form has no %s', async (part, what) => {
    const zip = new PizZip(await sheetTemplate([['{value']]));
    zip.file(part, 'x');
    const message = `模板含有${what}，生成的表格中不能有。请删去后另存为 .xlsx，再重新上传。`;
    expect(await faultsOf(zip.generate({ type: 'uint8array' }))).toEqual([{ id: 'part_refused', tag: null, part, message }]);
  });

  it.each(['SUM(A:A)', "SUM(A1,'表2'!B1)", 'SUM()', 'SUM(A1)*2', 'SUM(SUM(A1))', 'A1+A2'])('are told of the formula %s', async (formula) => {
    const faults = await faultsOf(await sheetTemplate([['1', { formula, result: 0 }]]));
    expect(faults.map(({ id, tag, part }) => [id, tag, part])).toEqual([['formula_not_a_sum', formula, '表!B1']]);
  });

  it('are told of a tag without a name', async () => {
    const faults = await faultsOf(await sheetTemplate([['{}', '{ }', '{#}', '{= x}']]));
    expect(faults.map(({ id, part, tag }) => [part, id, tag])).toEqual([
      ['表!A1', 'scopeparser_compilation_failed', ''],
      ['表!B1', 'scopeparser_compilation_failed', ''],
      ['表!C1', 'scopeparser_compilation_failed', '#'],
      ['表!D1', 'change_delimiters_invalid', 'x'],
    ]);
  });
});
