import { readFileSync } from 'node:fs';
import type ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { documentData } from '../documents/documentData.ts';
import { SPREADSHEET_KINDS, type SpreadsheetKind } from '../documents/templateOf.ts';
import { checkSpreadsheet } from './checkSpreadsheet.ts';
import { sheetTemplate } from './testing/sheetTemplate.ts';

const folder = (kind: SpreadsheetKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const data = (kind: SpreadsheetKind): Record<string, unknown> =>
  documentData(kind, JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')));

describe('the check of an Excel template', () => {
  it.each(SPREADSHEET_KINDS)('finds nothing wrong with our own %s', async (kind) => {
    expect(await checkSpreadsheet(readFileSync(new URL('template.xlsx', folder(kind))), data(kind))).toEqual([]);
  });

  it('names every tag that the kind does not offer, with its cell; what is around a list is known within it', async () => {
    const template = await sheetTemplate([
      ['{county}', '{weather}'],
      ['{#rows}{name}{county}', '{salary}', '{#contact}{wage}{/contact}{/rows}'],
      ['{#people}', '{/people}'],
    ]);
    const faults = await checkSpreadsheet(template, data('statistics'));
    expect(faults.map(({ tag, part }) => [tag, part])).toEqual([
      ['weather', '表!B1'],
      ['salary', '表!B2'],
      ['wage', '表!C2'],
      ['people', '表!A3'],
    ]);
    expect(faults[0]?.message).toBe('工作表“表”单元格 B1：标签“{weather}”不是这种文书提供的。请改为可用的标签，或删去它。');
  });

  it('knows after a list in a cell only what was known before it', async () => {
    const template = await sheetTemplate([['{#list}{a}{#inner}{b}{a}{/inner}{b}{.}{/list}{a}']]);
    const faults = await checkSpreadsheet(template, { list: [{ a: 1, inner: [{ b: 2 }] }] });
    expect(faults.map(({ tag }) => tag)).toEqual(['b', 'a']);
  });

  it('takes any tag within a list of which the sample has no line', async () => {
    const template = await sheetTemplate([['{#list}{anything}{/list}'], ['{#list}{a}', '{/list}']]);
    expect(await checkSpreadsheet(template, { list: [] })).toEqual([]);
  });

  it('tells what does not render, and what is no workbook', async () => {
    expect((await checkSpreadsheet(await sheetTemplate([['{#rows}']]), data('statistics'))).map(({ id }) => id)).toEqual(['unclosed_loop']);
    expect(await checkSpreadsheet(new TextEncoder().encode('no template'), {})).toHaveLength(1);
  });

  it.each<[string, (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void]>([
    ['with a cell in its last row', (sheet) => (sheet.getCell('A1048576').value = '远')],
    ['with cells in its last column', (sheet) => [1, 2, 3, 4, 5, 6, 7].forEach((row) => (sheet.getCell(row, 16_384).value = '远'))],
    [
      'with a name for everything',
      (_, workbook) => {
        workbook.definedNames.add('表!$A$1:$A$100001', '全部');
      },
    ],
  ])('refuses a sheet %s, which would fill the memory', async (_, change) => {
    const faults = await checkSpreadsheet(await sheetTemplate([['{county}']], change), data('statistics'));
    expect(faults.map(({ id }) => id)).toEqual(['too_many_cells']);
  });

  it('refuses a sheet that is merged to its end before it reads it', async () => {
    const zip = new PizZip(await sheetTemplate([['{county}']]));
    const sheet = zip.file('xl/worksheets/sheet1.xml')?.asText() ?? '';
    zip.file('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'));
    const faults = await checkSpreadsheet(zip.generate({ type: 'uint8array' }), data('statistics'));
    expect(faults.map(({ id }) => id)).toEqual(['too_many_cells']);
  });
});
