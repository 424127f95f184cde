import { account, type SheetAccount } from './accounting/account.ts';
import { passedNotes, type RosterNote } from './accounting/passedNotes.ts';
import { askColumns } from './accounting/askColumns.ts';
import { hiddenNotes } from './accounting/hiddenNotes.ts';
import { unreadSheet, type RosterUnread } from './accounting/unread.ts';
import { joinLines } from './lines/joinLines.ts';
import type { RowFate } from './accounting/RowFate.ts';
import type { Line } from './lines/Line.ts';
import { readTable } from './lines/readTable.ts';
import { Asker } from './questions/Asker.ts';
import type { RosterQuestion } from './questions/RosterQuestion.ts';
import type { RosterRow } from './rows/RosterRow.ts';
import type { Sheet } from './sheet/Sheet.ts';
import { findTables, type Answers } from './tables/findTables.ts';
import type { Table } from './tables/Table.ts';

/** Tables with headings of their own on one sheet. */
const MOST_TABLES = 200;

/** A roster read from its sheets: what it says, what it leaves open, what was passed over, and what became of each row. */
export interface RosterContents {
  readonly rows: readonly RosterRow[];
  readonly questions: readonly RosterQuestion[];
  readonly notes: readonly RosterNote[];
  readonly unread: readonly RosterUnread[];
  readonly accounting: readonly SheetAccount[];
  /** Who sends people of whom the file does not say it. */
  readonly level: 'city' | 'county';
}

/** A roster read from its file, or why it is none. */
export type RosterReading = RosterContents | { readonly fault: string };

/**
 * Reads a roster (annex 1) as a careful clerk does: sheets, then tables below and beside each other, then their rows, then the people in a
 * cell. Nothing is guessed: what may be read in two ways is asked about, what is passed over is told.
 *
 * @param answers what somebody has answered to the questions of an earlier reading of the same file, by their ids
 */
export function readRoster(sheets: readonly Sheet[], answers: Answers = new Map()): RosterReading {
  const asker = new Asker(answers);
  const lines: Line[] = [];
  const [notes, unread, accounting]: [RosterNote[], RosterUnread[], SheetAccount[]] = [[], [], []];
  const fates = new Map<string, RowFate[]>();
  for (const sheet of sheets) {
    const tables = sheet.hidden ? [] : findTables(sheet, answers);
    if (tables.length > MOST_TABLES) return { fault: `工作表“${sheet.name}”有 ${tables.length} 处不同的表头，不像一份名单；请分成几张工作表` };
    if (tables.length === 0) unread.push(unreadSheet(sheet));
    const own: RowFate[] = tables.flatMap((table) => {
      const { columns, notes: told } = askColumns(table, asker);
      unread.push(...columns.filter(({ message }) => !unread.some((one) => one.sheet === sheet.name && one.message === message)));
      notes.push(...told);
      const reading = readTable(table, hintsOf(sheet, tables, table), asker);
      lines.push(...reading.lines);
      return reading.fates;
    });
    notes.push(...passedNotes(sheet, tables, own), ...hiddenNotes(sheet, tables, own, asker));
    fates.set(sheet.name, own);
  }
  if (accounting.length === 0 && unread.filter(({ kind }) => kind === 'sheet').length === sheets.length) return { fault: noTable(unread) };
  const { rows, unclear } = joinLines(lines, asker);
  for (const sheet of sheets) {
    const doubtful = new Set(unclear.filter((one) => one.sheet === sheet.name).map(({ row }) => row));
    accounting.push(account(sheet, fates.get(sheet.name) ?? [], doubtful));
  }
  const level = askLevel(rows, asker);
  return { rows, questions: asker.questions, notes, unread, accounting, level };
}

const noTable = (unread: readonly RosterUnread[]): string => {
  const told = unread.length > 1 ? `（${unread.map(({ message }) => message).join('；')}）` : '';
  return `没有找到表头：表中须有一行包含“企业名称”，并有“统一社会信用代码”“驻点人员”等列；请下载模板对照${told}`;
};

/** The sheet's name and the titles above a table: one of them may name the county. */
function hintsOf(sheet: Sheet, tables: readonly Table[], { top }: Table): string[] {
  const above = Math.max(0, ...tables.filter((one) => one.top < top).map(({ bottom }) => bottom));
  const titles = sheet.rows.slice(Math.max(above, top - 6), top - 1).map(({ cells }) => [...new Set(cells.map((cell) => cell?.text ?? ''))].join(''));
  return [sheet.name, ...titles.filter(Boolean)];
}

/** People of whom nothing says who sends them are the county's, unless somebody says otherwise. */
function askLevel(rows: readonly RosterRow[], asker: Asker): 'city' | 'county' {
  const unknown = rows.flatMap(({ people }) => people).filter(({ level }) => level === null).length;
  if (unknown === 0) return 'county';
  const answer = asker.ask({
    ...{ id: 'level', text: '', free: false, required: false },
    message: `有 ${unknown} 人次的驻点人员没有写明市级或县级：系统中还没有的人员登记为哪一级？`,
    choices: [
      { value: 'county', label: '县级' },
      { value: 'city', label: '市级' },
    ],
  });
  return answer === 'city' ? 'city' : 'county';
}
