import { readFileSync } from 'node:fs';
import type ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { documentData } from '../documents/documentData.ts';
import { readZip } from '../documents/readZip.ts';
import { checkSpreadsheet } from './checkSpreadsheet.ts';
import { renderSpreadsheet } from './renderSpreadsheet.ts';
import { openSheet, sheetTemplate } from './testing/sheetTemplate.ts';

const folder = new URL('../../../../schema/templates/statistics/', import.meta.url);
const data = documentData('statistics', JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8')));
const faults = async (template: Uint8Array): Promise<string[]> => (await checkSpreadsheet(template, data)).map(({ message }) => message);
type Change = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;
const changed = async (change: Change): Promise<Uint8Array> => await sheetTemplate([['{county}', '备注']], change);
const added = async (name: string, content: string): Promise<Uint8Array> =>
  new PizZip(await changed(() => undefined)).file(name, content).generate({ type: 'uint8array' });

describe('a workbook made by somebody else', () => {
  it.each<[string, string, string, string]>([
    ['with full-width braces', '｛county｝', '“｛county｝”用了全角花括号', '请改为“{county}”'],
    ['with doubled braces', '{{county}}', '“{{county}}”多写了花括号', '请改为“{county}”'],
    ['of another program', '${county}', '“${county}”是别的软件的写法', '请改为“{county}”'],
    ['in brackets', '【county】', '“【county】”是别的软件的写法', '请改为“{county}”'],
    ['in quotes', '{“county”}', '标签“{“county”}”里有引号', '请改为“{county}”'],
    ['in Chinese', '{县（市、区）}', '不是这种文书提供的', '请改为“{county}”'],
  ])('has a tag %s, which is named with its sheet, its cell and the right one', async (_, text, what, remedy) => {
    const told = await faults(await changed((sheet) => (sheet.getCell('B2').value = text)));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^工作表“表”单元格 B2：/);
    expect(told[0]).toContain(what);
    expect(told[0]).toContain(remedy);
  });

  it('is told all its faults at once: what does not render, what is unknown, what is left in it', async () => {
    const template = await changed((sheet, workbook) => {
      sheet.getCell('A2').value = '{#rows}';
      sheet.getCell('B2').value = '{weather}';
      Object.assign(sheet.getCell('C3'), { value: '备注', note: '局长说这列不要' });
      sheet.getCell('D4').value = { formula: 'TODAY()' };
      sheet.getRow(9).hidden = true;
      sheet.getCell('A9').value = '密';
      workbook.addWorksheet('草稿', { state: 'hidden' }).getCell('A1').value = '｛county｝';
    });
    expect((await faults(template)).map((message) => message.slice(0, message.indexOf('：')))).toEqual([
      '工作表“表”单元格 A2',
      '工作表“表”单元格 B2',
      '工作表“表”单元格 C3',
      '工作表“表”单元格 D4',
      '工作表“表”第 9 行',
      '工作表“草稿”',
      '工作表“草稿”单元格 A1',
    ]);
  });

  it.each<[string, Change, string]>([
    ['comments', (sheet) => (sheet.getCell('B1').note = '上次局长不满意'), '工作表“表”单元格 B1：有批注（上次局长不满意）'],
    ['a hidden column with something in it', (sheet) => ((sheet.getColumn(2).hidden = true), undefined), '工作表“表”B 列：隐藏着而里面有内容'],
    ['a tag in the foot of the page', (sheet) => (sheet.headerFooter.oddFooter = '&C{county}'), '工作表“表”页眉页脚：标签“{county}”在这里不会被替换'],
    ['a tag in the name of a sheet', (sheet) => (sheet.name = '{county}'), '工作表“{county}”：工作表名称里的标签不会被替换'],
    [
      'a tag in the address of a link',
      (sheet) => (sheet.getCell('B1').value = { text: '看', hyperlink: 'https://a.example/{county}' }),
      '工作表“表”单元格 B1：链接地址“https://a.example/{county}”里的标签不会被替换',
    ],
  ])('has %s, which is told', async (_, change, what) => {
    const told = await faults(await changed(change));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(what);
  });

  it('is protected, which is told: nobody could fill in what it makes', async () => {
    const workbook = await changed(() => undefined);
    const zip = new PizZip(workbook);
    const sheet = zip.file('xl/worksheets/sheet1.xml')?.asText() ?? '';
    zip.file('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1"/>'));
    const book = zip.file('xl/workbook.xml')?.asText() ?? '';
    zip.file('xl/workbook.xml', book.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'));
    expect(await faults(zip.generate({ type: 'uint8array' }))).toEqual([
      '工作表“表”：受保护，收到表格的人不能填写。请在“审阅”中撤消工作表保护，再重新上传。',
      '模板：工作簿受保护或设为只读，收到表格的人不能改动。请在“审阅”中取消保护，再重新上传。',
    ]);
  });

  it('is not protected where its protection locks nothing, as LibreOffice writes it', async () => {
    const zip = new PizZip(await changed(() => undefined));
    zip.file('xl/workbook.xml', (zip.file('xl/workbook.xml')?.asText() ?? '').replace('<sheets>', '<workbookProtection/><sheets>'));
    expect(await faults(zip.generate({ type: 'uint8array' }))).toEqual([]);
  });

  it.each([
    ['xl/threadedComments/threadedComment1.xml', '<x/>', '批注'],
    ['xl/drawings/drawing1.xml', '<xdr:wsDr><xdr:sp><a:t>{county}</a:t></xdr:sp></xdr:wsDr>', '文本框或形状'],
    ['xl/diagrams/data1.xml', '<x/>', 'SmartArt'],
    ['xl/slicers/slicer1.xml', '<x/>', '切片器'],
    ['xl/tables/table1.xml', '<x/>', '“表格”（套用了表格格式的区域）'],
  ])('has %s, which would be left out or break: it is told', async (name, content, what) => {
    expect((await faults(await added(name, content))).join()).toContain(what);
  });

  it('has no tag at all', async () => {
    expect(await faults(await sheetTemplate([['统计表']]))).toEqual([
      '模板：没有一个标签，每份表格都会一模一样。请把要填的地方写成标签，如“{county}”（标签见“文书模板的标签”），再重新上传。',
    ]);
  });

  it.each([
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'Excel 2003 XML 表格'],
    ['<html><table></table></html>', '网页文件'],
  ])('is no workbook: %s', async (content, name) => {
    expect((await faults(new TextEncoder().encode(content))).join()).toContain(`文件其实是${name}`);
  });

  it('is a Word document', async () => {
    expect((await faults(readFileSync(new URL('template.docx', folder)))).join()).toContain('文件其实是 Word 文档');
  });

  it('says nothing in what it makes of who made it', async () => {
    const template = await changed((_, workbook) =>
      Object.assign(workbook, { creator: '王示例', lastModifiedBy: '李示例', company: '某公司', manager: '赵示例' }),
    );
    expect(await faults(template)).toEqual([]);
    const made = await renderSpreadsheet(template, data);
    const all = [...readZip(made, 'Excel').values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(all).not.toMatch(/王示例|李示例|某公司|赵示例/);
    expect((await openSheet(made)).getCell('A1').value).toBe(data.county);
  });
});
