import { columnOf } from '../columns/columnOf.ts';
import { levelOfText } from '../people/levelOfText.ts';
import { bare } from '../sheet/cellText.ts';
import type { Sheet } from '../sheet/Sheet.ts';

interface Head {
  readonly row: number;
  readonly column: number;
  /** The first column of its table: numbers and counties stand before the enterprise. */
  readonly start: number;
}

/** More headings than any roster has: a file of nothing else is refused by who counts its tables. */
const MOST_HEADS = 2000;
/** More tables beside each other than a page has room for. */
const MOST_STARTS = 10;

/** A cell of headings that names the enterprise. */
export const isEnterpriseHeading = (text: string): boolean =>
  text.length <= 15 &&
  /企\s*业|单\s*位|公\s*司|名\s*称|全\s*称|工\s*厂/.test(text) &&
  !/\d|有限|集团/.test(text) &&
  columnOf([text])?.kind === 'enterprise';

/**
 * Tables beside each other are read one by one: each is the sheet without the columns of the others. Their rows need not be level.
 */
export function bandsOf(sheet: Sheet): Sheet[] {
  const heads = headsOf(sheet);
  const starts = [...new Set(heads.map(({ start }) => start))].sort((one, other) => one - other);
  if (starts.length > MOST_STARTS) return [sheet];
  const cuts = starts.filter(
    (start) => heads.some(({ column }) => column < start) && heads.every((head) => head.column >= start || endsBefore(sheet, head, start, heads)),
  );
  if (cuts.length === 0) return [sheet];
  return [1, ...cuts].map((left, index) => between(sheet, left, (cuts[index] ?? Infinity) - 1));
}

function headsOf(sheet: Sheet): Head[] {
  const heads: Head[] = [];
  for (const [index, { cells }] of sheet.rows.entries()) {
    const row = index + 1;
    let first: string | null = null;
    for (const [at, cell] of cells.entries()) {
      if (!cell || (cell.from && (cell.from.row !== row || cell.from.column !== at + 1)) || !isEnterpriseHeading(cell.text)) continue;
      // 单位名称 beside 企业名称 is where people work.
      first ??= bare(cell.text);
      if (bare(cell.text) !== first) continue;
      let start = at + 1;
      while (['number', 'county'].includes(columnOf([cells[start - 2]?.text ?? ''])?.kind ?? '')) start -= 1;
      heads.push({ row, column: at + 1, start });
    }
    if (heads.length > MOST_HEADS) return heads;
  }
  return heads;
}

/** Whether the headings of a table end before a column: what stands there in their row is another table's. */
function endsBefore(sheet: Sheet, { row }: Head, start: number, heads: readonly Head[]): boolean {
  // Headings in two lines may stand a line higher or lower beside each other.
  if (heads.some((other) => other.start === start && Math.abs(other.row - row) <= 2)) return true;
  const beyond = (sheet.rows[row - 1]?.cells ?? []).slice(start - 1);
  // 市级 and 县级 stand under 级别 as well, in any row.
  return !beyond.some((cell) => cell && (!cell.from || cell.from.row === row) && levelOfText(cell.text) === null && columnOf([cell.text]) !== null);
}

function between(sheet: Sheet, left: number, right: number): Sheet {
  const rows = sheet.rows.map(({ hidden, cells }) => ({
    hidden,
    cells: cells.map((cell, index) => (index + 1 >= left && index + 1 <= right ? cell : undefined)),
  }));
  return { ...sheet, rows };
}
