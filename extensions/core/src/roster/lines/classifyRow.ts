import { bare } from '../sheet/cellText.ts';
import type { Cell } from '../sheet/Sheet.ts';
import type { Table } from '../tables/Table.ts';
import type { Reason } from '../accounting/RowFate.ts';

const COUNTS = '[共计约\\d\\s家户个人名处条企业、,;:：()]*';
const TOTAL = new RegExp(
  `^(本页|本表|全县|全市|全区|以上)?(合计|总计|小计|共计|累计|总数)${COUNTS}$|^.{1,12}(合计|总计|小计|共计)${COUNTS}$|^(以上)?共计?[:：]?\\d+\\s*(家|户|人|名|个)${COUNTS}$`,
);
const NOTE =
  /^(注|备注|说明|附注|填表说明|填报说明|填表人|填报人|填报单位|填报日期|填表日期|填报时间|制表人|制表|制表单位|审核人|审核|审批人|审批|复核人|复核|签字|签发|签发人|单位负责人|分管领导|主要负责人|负责人|经办人|联系人|联系电话|报送单位|报送时间|报送人|日期|盖章|单位盖章)\d*\s*([:：.、()\s]|$)|^(第?\s*\d+\s*页|共\s*\d+\s*页)/;
const EXAMPLE = /^(示例|例|样例|举例|例如)\d*[:：]?$/;
const TOWN =
  /^([一二三四五六七八九十]+[、.]?|\([一二三四五六七八九十\d]+\)[、.]?|\d+[、.])?\s*.{1,14}(镇|乡|街道|办事处|开发区|园区|工业园|产业园|集聚区|高新区|经开区|新区|片区|县|市|区|局)\s*(\(?共?\s*\d+\s*(家|户).*)?[:：]?$/;
const ENTERPRISE = /(公司|厂|集团|合作社|企业|经营部|加工部|化工|工作室|研究所|研究院|场)(\([^()]*\))?$/;
const SENTENCE = /[。；;]|,.*,|^.{31,}$/;

/** What a row is: one of the table's enterprises or people, one that is passed over, or one of which somebody has to say what it is. */
export type RowClass = { readonly is: 'data' } | { readonly is: 'passed'; readonly reason: Reason } | { readonly is: 'doubt'; readonly why: string };

const passed = (reason: Reason): RowClass => ({ is: 'passed', reason });
const DATA: RowClass = { is: 'data' };

/** Tells a row of enterprises and people from headings that come again, towns, totals, notes, examples and blank rows. */
export function classifyRow(table: Table, row: number): RowClass {
  if (table.repeated.has(row)) return passed('heading');
  const own = ownCells(table, row);
  const kindAt = (column: number): string | undefined => table.columns.get(column)?.kind;
  const [first] = own;
  if (!first) return passed('blank');
  if (EXAMPLE.test(first.cell.text)) return passed('example');
  if (isHeading(table, own)) return passed('heading');
  const places = own.filter(({ column }, index) => index === 0 || ['number', 'county', 'enterprise'].includes(kindAt(column) ?? ''));
  if (places.some(({ cell }) => TOTAL.test(cell.text.replace(/\s/g, '')))) return passed('total');
  const enterprise = own.find(({ column }) => kindAt(column) === 'enterprise');
  if (
    NOTE.test(first.cell.text) ||
    (!enterprise && own.some(({ cell, column }) => kindAt(column) !== 'remarks' && /[:：]/.test(cell.text) && NOTE.test(cell.text)))
  )
    return passed('note');
  const struck = own.filter(({ column }) => kindAt(column) !== 'number');
  if (struck.length > 0 && struck.every(({ cell }) => cell.flaw === 'struck' && !cell.kept)) return { is: 'doubt', why: '整行文字加了删除线' };
  const [only, ...others] = own.filter(({ column }) => kindAt(column) !== 'number');
  if (!only) return numberAlone(first.cell.text);
  return others.length === 0 ? alone(only, kindAt(only.column), own.length > 1) : DATA;
}

interface Own {
  readonly column: number;
  readonly cell: Cell;
  /** How many columns it covers. */
  readonly width: number;
}

/** The cells of a row that no other cell covers. */
function ownCells({ sheet }: Table, row: number): Own[] {
  const cells = sheet.rows[row - 1]?.cells ?? [];
  return cells.flatMap((cell, index) => {
    const column = index + 1;
    if (!cell) return [];
    if (cell.from && (cell.from.row !== row || cell.from.column !== column)) return [];
    let width = 1;
    for (let next = cells[column]; next?.from?.row === row && next.from.column === column; next = cells[index + width]) width += 1;
    return [{ column, cell, width }];
  });
}

function isHeading({ headings }: Table, own: readonly Own[]): boolean {
  const again = own.filter(({ column, cell: { text } }) =>
    headings.get(column)?.some((heading) => heading === text || (text.charAt(0) === heading.charAt(0) && bare(heading) === bare(text))),
  );
  if (again.length >= 2 && again.length * 2 >= own.length) return true;
  // The columns by their numbers: 1, 2, 3 or (1), (2), (3).
  return (
    own.length >= 3 &&
    own.every(({ cell, column }, index) => cell.text.replace(/[()]/g, '') === String(index + 1) && column === (own[0]?.column ?? 0) + index)
  );
}

function numberAlone(text: string): RowClass {
  if (/^[\d.、()]+$/.test(text)) return passed('number');
  return ENTERPRISE.test(text) ? { is: 'doubt', why: '这一行只有一个名称，不知是不是企业' } : passed(isTown(text) ? 'town' : 'note');
}

const isTown = (text: string): boolean => TOWN.test(text) && !ENTERPRISE.test(text.replace(/\(.*\)$/, ''));

/** A row with one text: an enterprise of which nothing else is known, a town, a note. */
function alone({ cell: { text }, width }: Own, kind: string | undefined, numbered: boolean): RowClass {
  if (kind === 'county' || isTown(text)) return passed('town');
  const named = ENTERPRISE.test(text) && !SENTENCE.test(text);
  if (kind === 'enterprise' && width < 3) {
    if (named || (numbered && !SENTENCE.test(text))) return DATA;
    return SENTENCE.test(text) ? passed('note') : { is: 'doubt', why: '这一行只有一个名称，不知是不是企业' };
  }
  if (width >= 3 || kind === undefined || kind === 'remarks')
    return named ? { is: 'doubt', why: '这一行只有一个名称，不知是不是企业' } : passed('note');
  return DATA;
}
