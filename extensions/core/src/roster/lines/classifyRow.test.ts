import { describe, expect, it } from 'vitest';
import { sheetOfTexts } from '../sheet/sheetOfTexts.ts';
import { findTables } from '../tables/findTables.ts';
import type { Sheet } from '../sheet/Sheet.ts';
import { classifyRow } from './classifyRow.ts';

const HEAD = ['序号', '县区', '企业名称', '信用代码', '驻点人员', '备注'];
function classOf(sheet: Sheet): string {
  const [table] = findTables(sheet, new Map());
  if (!table) throw new Error('no table');
  const its = classifyRow(table, sheet.rows.length);
  return its.is === 'passed' ? its.reason : its.is;
}
const classify = (...row: string[]): string => classOf(sheetOfTexts('表', [HEAD, row]));
/** A row with one text over all of its columns. */
const wide = (text: string): string =>
  classOf({
    name: '表',
    hidden: false,
    hiddenColumns: [],
    cut: null,
    rows: [HEAD.map((heading) => ({ text: heading })), HEAD.map((_, index) => (index === 0 ? { text } : { text, from: { row: 2, column: 1 } }))].map(
      (cells) => ({
        hidden: false,
        cells,
      }),
    ),
  });

describe('a row of a table', () => {
  it.each<[string, string[], string]>([
    ['an enterprise', ['1', '任城区', '甲厂', '', '张三'], 'data'],
    ['an enterprise and nothing else', ['', '', '甲化工厂'], 'data'],
    ['an enterprise with a number alone, whatever its name', ['1', '', '某某加油站'], 'data'],
    ['a name that may be anything', ['', '', '某某加油站'], 'doubt'],
    ['a sentence under the names', ['', '', '此表一式两份；请盖章'], 'note'],
    ['people alone', ['', '', '', '', '张三'], 'data'],
    ['an enterprise that begins like a total', ['1', '', '共计化工厂', '', '张三'], 'data'],
    ['a subtotal', ['小计', '', '2家'], 'total'],
    ['a subtotal under the names', ['', '', '李营街道小计'], 'total'],
    ['a total with figures', ['合 计', '', '共3家', '', '6'], 'total'],
    ['a total in a sentence', ['共3家企业'], 'total'],
    ['a town', ['李营街道'], 'town'],
    ['a town under the counties', ['', '二十里铺镇'], 'town'],
    ['a town with a count', ['', '', '一、长沟镇（2家）'], 'town'],
    ['a county', ['', '任城区'], 'town'],
    ['a note', ['注：本表每月报送'], 'note'],
    ['who has filled it in', ['填表人：', '某某', '', '审核人：'], 'note'],
    ['a signature further right', ['', '', '', '审核人：', '某某'], 'note'],
    ['a page', ['第1页 共3页'], 'note'],
    ['some other text before all', ['附件2'], 'note'],
    ['the name of an enterprise under the numbers', ['甲化工厂'], 'doubt'],
    ['an example', ['示例', '任城区', '甲厂'], 'example'],
    ['headings again', ['序号', '县区', '企业名称', '信用代码', '驻点人员'], 'heading'],
    ['headings again, written with blanks', ['序 号', '县 区', '企 业 名 称', '信用代码', '驻点 人员'], 'heading'],
    ['the numbers of the columns', ['1', '2', '3', '4', '5', '6'], 'heading'],
    ['the numbers of the columns in brackets', ['（1）', '（2）', '（3）', '（4）'], 'heading'],
    ['a number alone', ['7'], 'number'],
    ['a remark alone', ['', '', '', '', '', '以下空白'], 'note'],
    ['a code alone', ['', '', '', '91350100M000100Y43'], 'data'],
  ])('%s', (_, row, expected) => {
    expect(classify(...row)).toBe(expected);
  });

  it.each<[string, string]>([
    ['李营街道', 'town'],
    ['以下企业由市局负责', 'note'],
    ['甲化工有限公司', 'doubt'],
    ['合计：3家', 'total'],
  ])('over all columns: %s', (text, expected) => {
    expect(wide(text)).toBe(expected);
  });

  it('that is struck through as a whole is asked about, a blank one is passed over', () => {
    const rows = [HEAD.map((text) => ({ text })), [{ text: '1' }, undefined, { text: '甲厂', flaw: 'struck' as const, kept: '' }]];
    const sheet = { name: '表', hidden: false, hiddenColumns: [], cut: null, rows: rows.map((cells) => ({ hidden: false, cells })) };
    expect(classOf(sheet)).toBe('doubt');
    const blank = { ...sheet, rows: [...sheet.rows.slice(0, 1), { hidden: false, cells: [] }] };
    expect(classOf(blank)).toBe('blank');
  });
});
