import { ASSIGNABLE } from '../columns/assignable.ts';
import type { Column } from '../columns/Column.ts';
import { columnOf } from '../columns/columnOf.ts';
import { address } from '../sheet/address.ts';
import { bare } from '../sheet/cellText.ts';
import type { Sheet } from '../sheet/Sheet.ts';
import { headingAt, type Heading } from './headingAt.ts';
import { planPeople } from './planPeople.ts';
import type { Table, UnreadColumn } from './Table.ts';

/** What somebody has answered to questions, by their ids. */
export type Answers = ReadonlyMap<string, string>;

type Columns = ReadonlyMap<number, Column>;

/** The id of the question what a column is about, from the lowest cell of its headings. */
export const columnQuestion = (sheet: Sheet, bottom: number, column: number): string => `${sheet.name}!${address({ row: bottom, column })}:column`;

/** The tables of a sheet, below or beside each other: each begins with headings that name the enterprise. */
export function findTables(sheet: Sheet, answers: Answers): Table[] {
  const blocks: { heading: Heading; columns: Columns; repeated: Set<number>; last: number }[] = [];
  for (let row = 1; row <= sheet.rows.length; row += 1) {
    const heading = headingAt(sheet, row);
    if (!heading) continue;
    const columns = columnsOf(sheet, heading, answers);
    const before = blocks.at(-1);
    if (before && isSame(before.columns, columns)) for (let line = heading.top; line <= heading.bottom; line += 1) before.repeated.add(line);
    else {
      if (before) before.last = heading.top - 1;
      blocks.push({ heading, columns, repeated: new Set(), last: sheet.rows.length });
    }
    row = heading.bottom;
  }
  return blocks.flatMap(({ heading, columns, repeated, last }) => {
    const starts = startsOf(heading, columns);
    return starts.map((left, index) => tableOf(sheet, heading, columns, { repeated, last, left, right: (starts[index + 1] ?? Infinity) - 1 }));
  });
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
  one.size === other.size && [...one].every(([column, { kind, level, slot }]) => {
    const its = other.get(column);
    return its?.kind === kind && its.level === level && its.slot === slot;
  });

/** The first columns of the tables that stand beside each other under one line of headings. */
function startsOf({ texts }: Heading, columns: Columns): number[] {
  const of = (kind: Column['kind']): number[] => [...columns].filter(([, column]) => column.kind === kind).map(([column]) => column);
  const name = (column: number): string => bare(texts.get(column)?.at(-1) ?? '');
  const [first, ...others] = of('enterprise');
  const again = others.filter((column) => first !== undefined && name(column) === name(first));
  if (again.length === 0) return [1];
  const numbers = of('number');
  return [
    1,
    ...again.map((column) => {
      const number = numbers.filter((one) => one < column && one > (first ?? 0)).at(-1);
      if (number !== undefined) return number;
      let start = column;
      while (columns.get(start - 1)?.kind === 'county') start -= 1;
      return start;
    }),
  ];
}

type Bounds = Pick<Table, 'repeated' | 'last' | 'left' | 'right'>;

function tableOf(sheet: Sheet, heading: Heading, all: Columns, { repeated, last, left, right }: Bounds): Table {
  const { top, bottom, texts } = heading;
  const within = <Value>(of: ReadonlyMap<number, Value>): Map<number, Value> => new Map([...of].filter(([column]) => column >= left && column <= right));
  const headings = within(texts);
  const columns = oneOfEach(within(all), headings);
  const { sources, details, spare } = planPeople([...columns].map(([column, its]) => ({ ...its, column, heading: (headings.get(column) ?? []).join('') })));
  const unread: UnreadColumn[] = spare.map((column) => ({ column, heading: nameOf(headings, column), why: 'second' }));
  const filled = new Set<number>();
  for (let row = bottom + 1; row <= last; row += 1)
    for (const [index, cell] of (sheet.rows[row - 1]?.cells ?? []).entries()) if (cell && (!cell.from || cell.from.column === index + 1)) filled.add(index + 1);
  for (const column of [...filled].sort((one, other) => one - other)) {
    if (column < left || column > right) continue;
    const kind = columns.get(column)?.kind;
    if (kind === 'remarks') unread.push({ column, heading: nameOf(headings, column), why: 'remarks' });
    if (kind !== undefined || spare.includes(column)) continue;
    const heading = nameOf(headings, column);
    unread.push({ column, heading, why: heading === '' ? 'unheaded' : all.has(column) ? 'second' : 'unknown' });
  }
  return { sheet, top, bottom, last, repeated, left, right, columns, headings, sources, details, unread };
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
