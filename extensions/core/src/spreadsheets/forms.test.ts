import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentData } from '../documents/documentData.ts';
import type { SpreadsheetKind } from '../documents/templateOf.ts';
import { renderSpreadsheet } from './renderSpreadsheet.ts';
import { openSheet } from './testing/sheetTemplate.ts';

const folder = (kind: SpreadsheetKind): URL => new URL(`../../../../schema/templates/${kind}/`, import.meta.url);
const sample = (kind: SpreadsheetKind): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')) as Record<string, unknown>;
const print = async (kind: SpreadsheetKind, facts: unknown = sample(kind)) =>
  await openSheet(await renderSpreadsheet(readFileSync(new URL('template.xlsx', folder(kind))), documentData(kind, facts)));

/** The heads of annex 4 as the notice draws them. */
const HEADS = ['A4:A5', 'B4:B5', 'C4:D4', 'E4:F4', 'G4:M4', 'N4:Q4'];

describe.each(['statistics', 'city_report'] as const)('the page of %s', (kind) => {
  it('is A4 on its side, one page wide, with the heads of the notice, repeated and frozen', async () => {
    const sheet = await print(kind);
    expect(sheet.model.merges).toEqual(expect.arrayContaining(HEADS));
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup).toMatchObject({ printTitlesRow: '4:5', printArea: `A1:Q${sheet.rowCount}` });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 5 });
    expect(['C4', 'E4', 'G4', 'N4'].map((at) => sheet.getCell(at).value)).toEqual([
      '派出驻点监督人员',
      '派驻企业单位',
      '督促企业单位落实责任及措施',
      '驻点监督排查发现隐患',
    ]);
    for (let column = 1; column <= 17; column += 1)
      for (const row of [4, 5, 6]) expect(Object.keys(sheet.getCell(row, column).border)).toEqual(['left', 'right', 'top', 'bottom']);
  });
});

describe('a county’s annex 4', () => {
  it('holds numbers, not texts that look like them', async () => {
    const sheet = await print('statistics');
    const row = Array.from({ length: 17 }, (_, column) => sheet.getCell(6, column + 1).value);
    expect(row).toEqual([1, '非危险化学品化工生产企业', 118, 204, 118, 43, 1260, 86, 142, 97, 41, 12.5, 233, 412, 389, 3, 2]);
    expect([sheet.getCell('L6').numFmt, sheet.getCell('M6').numFmt]).toEqual(['[=0]0;0.00##', '0']);
    expect(sheet.getCell('A7').value).toMatch(/^联系人：李示例 0537-0000110\u3000+填表日期：2026年11月27日$/);
  });
});

describe('the city’s table', () => {
  it('has a row for each county, a blank one for who has not reported, and adds them up', async () => {
    const sheet = await print('city_report');
    expect(sheet.getCell('B19').value).toBe('济宁经开区');
    expect([sheet.getCell('C13').value, sheet.getCell('L13').value]).toEqual([null, null]);
    expect(sheet.getCell('A20').value).toBe('合计');
    const total = documentData('city_report', sample('city_report')).rows as Record<string, string>[];
    for (let column = 3; column <= 17; column += 1) {
      const { letter } = sheet.getColumn(column);
      const [, key = ''] = Object.entries(total.at(-1) ?? {}).slice(2)[column - 3] ?? [];
      expect(sheet.getCell(20, column).value).toEqual({ formula: `SUM(${letter}6:${letter}19)`, result: Number(key) });
    }
    expect(sheet.getCell('A22').value).toBe('应报14个县（市、区），已报12个，未报2个。未报送：泗水县、济宁经开区，合计不含其数据。');
  });

  it('names nobody when all have reported', async () => {
    const facts = sample('city_report') as { counties: { report: unknown }[] };
    const sheet = await print('city_report', { ...facts, counties: facts.counties.filter(({ report }) => report) });
    expect(sheet.getCell('A20').value).toBe('应报12个县（市、区），已报12个，未报0个。');
  });
});
