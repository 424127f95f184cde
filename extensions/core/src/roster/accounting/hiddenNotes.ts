import type { Asker } from '../questions/Asker.ts';
import { columnLetters } from '../sheet/address.ts';
import type { Sheet } from '../sheet/Sheet.ts';
import type { Table } from '../tables/Table.ts';
import type { RosterNote } from './passedNotes.ts';
import type { RowFate } from './RowFate.ts';

/** Tells of hidden rows and columns that were read, and of columns so far to the right that nothing is read of them. */
export function hiddenNotes(sheet: Sheet, tables: readonly Table[], fates: readonly RowFate[], asker: Asker): RosterNote[] {
  const notes: RosterNote[] = [];
  const hidden = [
    ...new Set(
      fates.filter(({ row, reason, fate }) => (fate !== 'passed' || reason === 'hidden') && sheet.rows[row - 1]?.hidden).map(({ row }) => row),
    ),
  ];
  const [from, to] = [hidden[0], hidden.at(-1)];
  if (from !== undefined && to !== undefined) {
    const which = hidden.length > 20 ? `${hidden.slice(0, 20).join('、')} 等` : hidden.join('、');
    const answer = asker.ask({
      ...{ id: `${sheet.name}:hidden`, sheet: sheet.name, text: which, free: false, required: false },
      message: `有 ${hidden.length} 行是隐藏的（被筛选或手工隐藏）：第 ${which} 行。是否导入？`,
      choices: [
        { value: 'read', label: '照常导入' },
        { value: 'skip', label: '不导入隐藏的行' },
      ],
    });
    if (answer !== 'skip')
      notes.push({
        sheet: sheet.name,
        from,
        to,
        reason: 'hidden_read',
        text: which,
        message: `有 ${hidden.length} 行是隐藏的，已读取：第 ${which} 行`,
      });
  }
  const columns = sheet.hiddenColumns
    .filter((column) => tables.some((table) => table.columns.has(column)))
    .map(columnLetters)
    .join('、');
  if (columns !== '')
    notes.push({ sheet: sheet.name, from: null, to: null, reason: 'hidden_columns', text: columns, message: `${columns} 列是隐藏的，已读取` });
  if (sheet.cut !== null && tables.length > 0) {
    const after = columnLetters(sheet.cut);
    notes.push({ sheet: sheet.name, from: null, to: null, reason: 'cut', text: after, message: `${after} 列以后还有内容，没有读取` });
  }
  return notes;
}
