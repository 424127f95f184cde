import { ASSIGNABLE } from '../columns/assignable.ts';
import { partsOf } from '../people/partsOf.ts';
import { looksLikeName } from '../people/surnames.ts';
import type { Asker } from '../questions/Asker.ts';
import { columnLetters } from '../sheet/address.ts';
import { columnQuestion } from '../tables/findTables.ts';
import type { Table, UnreadColumn } from '../tables/Table.ts';
import type { RosterNote } from './passedNotes.ts';
import type { RosterUnread } from './unread.ts';

const WHY: Readonly<Record<UnreadColumn['why'], string>> = {
  unknown: '表头无法识别，没有读取',
  unheaded: '没有表头，没有读取',
  second: '没有读取：同样的内容已在另一列，或不知属于哪一位',
  remarks: '不导入；注明停产的，见各行的说明',
};
const IGNORED = '已选择不导入';

/**
 * Tells of the columns of a table that are not read, and asks what they are: it has to be answered where nothing else names people and the
 * column looks as if it did.
 */
export function askColumns(table: Table, asker: Asker): { columns: RosterUnread[]; notes: RosterNote[] } {
  const { sheet, bottom, sources } = table;
  const ask = (column: number, heading: string, why: string): void =>
    void asker.ask({
      ...{ id: columnQuestion(sheet, bottom, column), sheet: sheet.name, cell: `${columnLetters(column)}${bottom}`, text: heading, free: false },
      message: `${named(column, heading)}${why}：这一列是什么？`,
      choices: ASSIGNABLE.map(([value, label]) => ({ value, label })),
      required: sources.length === 0 && namesPeople(table, column),
    });
  const columns = table.unread.map(({ column, heading, why }): RosterUnread => {
    if (why !== 'remarks') ask(column, heading, WHY[why]);
    const told = asker.answer(columnQuestion(sheet, bottom, column)) === 'ignore' ? IGNORED : WHY[why];
    return { kind: 'column', sheet: sheet.name, column: columnLetters(column), heading, message: `${named(column, heading)}${told}` };
  });
  // What somebody has said of a column stays to be seen, and to be changed.
  for (const [column, headings] of table.headings)
    if (asker.answer(columnQuestion(sheet, bottom, column)) !== undefined) ask(column, headings.join('/'), '已指定');
  if (sources.length > 0) return { columns, notes: [] };
  const message = `工作表“${sheet.name}”没有认出驻点人员的列：其中的企业不会有驻点组`;
  return { columns, notes: [{ sheet: sheet.name, from: null, to: null, reason: 'no_people', text: '', message }] };
}

const named = (column: number, heading: string): string => `${columnLetters(column)} 列${heading === '' ? '' : `“${heading}”`}`;

/** Whether most of what stands in a column are names. */
function namesPeople({ sheet, bottom, last }: Table, column: number): boolean {
  const texts = sheet.rows.slice(bottom, last).flatMap(({ cells }) => cells[column - 1]?.text ?? []);
  const names = texts.filter((text) => partsOf(text).some(looksLikeName)).length;
  return names > 0 && names * 2 >= texts.length;
}
