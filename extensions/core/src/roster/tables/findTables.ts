import { ASSIGNABLE } from '../columns/assignable.ts';
import type { Column } from '../columns/Column.ts';
import { columnOf } from '../columns/columnOf.ts';
import { address } from '../sheet/address.ts';
import type { Sheet } from '../sheet/Sheet.ts';
import { bandsOf } from './bandsOf.ts';
import { headingAt, type Heading } from './headingAt.ts';
import { planPeople } from './planPeople.ts';
import type { Table, UnreadColumn } from './Table.ts';

/** What somebody has answered to questions, by their ids. */
export type Answers = ReadonlyMap<string, string>;

/** Headings of more pages than any roster has: further ones are looked at as rows. */
const MOST_HEADINGS = 1000;

type Columns = ReadonlyMap<number, Column>;

/** The id of the question what a column is about, from the lowest cell of its headings. */
export const columnQuestion = (sheet: Sheet, bottom: number, column: number): string => `${sheet.name}!${address({ row: bottom, column })}:column`;

/** The tables of a sheet, beside and below each other: each begins with headings that name the enterprise. */
export function findTables(sheet: Sheet, answers: Answers): Table[] {
  const beside = bandsOf(sheet).map((band) => tablesIn(band, answers));
  // Each of them has to be a table of its own.
  return beside.every((tables) => tables.length > 0) ? beside.flat() : tablesIn(sheet, answers);
}

function tablesIn(sheet: Sheet, answers: Answers): Table[] {
  const blocks: { heading: Heading; columns: Columns; repeated: Set<number>; last: number }[] = [];
  let [after, headings] = [0, 0];
  for (let row = 1; row <= sheet.rows.length; row += 1) {
    const heading = headingAt(sheet, row, after);
    if (!heading) continue;
    if ((headings += 1) > MOST_HEADINGS) break;
    const columns = columnsOf(sheet, heading, answers);
    const before = blocks.at(-1);
    if (before && isSame(before.columns, columns)) for (let line = heading.top; line <= heading.bottom; line += 1) before.repeated.add(line);
    else {
      if (before) before.last = heading.top - 1;
      blocks.push({ heading, columns, repeated: new Set(), last: sheet.rows.length });
    }
    after = row = heading.bottom;
  }
  return blocks.map((block, index) => tableOf(sheet, index === 0 ? 1 : block.heading.top, block));
}

function columnsOf(sheet: Sheet, { bottom, texts }: Heading, answers: Answers): Columns {
  const columns = new Map<number, Column>();
  for (const [column, headings] of texts) {
    const answer = answers.get(columnQuestion(sheet, bottom, column));
    const assigned = ASSIGNABLE.find(([key]) => key === answer);
    const found = assigned ? assigned[2] : columnOf(headings);
    if (found) columns.set(column, found);
  }
  return columns;
}

const isSame = (one: Columns, other: Columns): boolean =>
  one.size === other.size &&
  [...one].every(([column, { kind, level, slot }]) => {
    const its = other.get(column);
    return its?.kind === kind && its.level === level && its.slot === slot;
  });

function tableOf(
  sheet: Sheet,
  first: number,
  {
    heading: { top, bottom, texts: headings },
    columns: all,
    repeated,
    last,
  }: { heading: Heading; columns: Columns; repeated: ReadonlySet<number>; last: number },
): Table {
  const columns = oneOfEach(all, headings);
  const officers = [...headings].filter(([column, texts]) => isOfficer(columns.get(column)?.kind, texts.join(''))).map(([column]) => column);
  const found = [...columns].map(([column, its]) => ({ ...its, column, heading: (headings.get(column) ?? []).join('') }));
  const { sources, details, spare } = planPeople(found, officers);
  const unread: UnreadColumn[] = spare.map((column) => ({ column, heading: nameOf(headings, column), why: 'second' }));
  for (const column of filledColumns(sheet, bottom + 1, last)) {
    const kind = columns.get(column)?.kind;
    const heading = nameOf(headings, column);
    if (kind === 'remarks') unread.push({ column, heading, why: 'remarks' });
    else if (kind === undefined) unread.push({ column, heading, why: heading === '' ? 'unheaded' : all.has(column) ? 'second' : 'unknown' });
  }
  return { sheet, first, top, bottom, last, repeated, columns, headings, sources, details, unread };
}

/** Whether a column names one of an enterprise's own people. */
const isOfficer = (kind: Column['kind'] | undefined, heading: string): boolean =>
  kind === 'legal_representative' || kind === 'safety_manager' || (kind === undefined && /人$|负责人|联系人|厂长|经理|领导/.test(heading));

/** The columns that have something in some rows, in their order; what is merged over several columns is in the first of them. */
function filledColumns(sheet: Sheet, from: number, to: number): number[] {
  const filled = new Set<number>();
  for (const { cells } of sheet.rows.slice(from - 1, to))
    for (const [index, cell] of cells.entries()) if (cell && (!cell.from || cell.from.column === index + 1)) filled.add(index + 1);
  return [...filled].sort((one, other) => one - other);
}

const nameOf = (headings: Table['headings'], column: number): string => [...new Set(headings.get(column) ?? [])].join('/').replace(/\n/g, '');

/** One column for each thing of an enterprise, the first; of two names the one that says 企业, the other is where people work. */
function oneOfEach(columns: Columns, headings: Table['headings']): Map<number, Column> {
  const names = [...columns].filter(([, { kind }]) => kind === 'enterprise').map(([column]) => column);
  const chosen = names.find((column) => /企业|公司|厂/.test(nameOf(headings, column))) ?? names[0];
  const seen = new Set<string>();
  const kept = new Map<number, Column>();
  for (const [column, its] of columns) {
    if (['person', 'person_phone', 'level', 'organisation', 'position', 'remarks', 'status'].includes(its.kind)) kept.set(column, its);
    else if (its.kind === 'enterprise' && column !== chosen) kept.set(column, { ...its, kind: 'organisation' });
    else if (!seen.has(its.kind)) {
      kept.set(column, its);
      seen.add(its.kind);
    }
  }
  return kept;
}
