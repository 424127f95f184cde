import { columnOf } from '../columns/columnOf.ts';
import type { Cell, Sheet } from '../sheet/Sheet.ts';
import { isEnterpriseHeading } from './bandsOf.ts';

/** The lines of headings of a table, counted from 1, with the texts above each column, the upper ones first. */
export interface Heading {
  readonly top: number;
  readonly bottom: number;
  readonly texts: ReadonlyMap<number, readonly string[]>;
}

const LINES_ABOVE = 2;
const LINES_BELOW = 2;
const LIKE_DATA = /\d{5,}|[:。；]|年.*月/;
const GROUP = /(情况|信息|人员|干部|专家|名单|企业|单位|概况|小组|市级|县级|电话|方式)$/;

const cellsOf = (sheet: Sheet, row: number): readonly (Cell | undefined)[] => sheet.rows[row - 1]?.cells ?? [];
/** The cells of a row that no cell above covers, by column from 1. */
const ownCells = (sheet: Sheet, row: number): [column: number, cell: Cell][] =>
  cellsOf(sheet, row).flatMap((cell, index): [number, Cell][] => (cell && (!cell.from || cell.from.row === row) ? [[index + 1, cell]] : []));

/**
 * The headings that a row belongs to; null when it is no row of headings: one names the enterprise, another something else that is known.
 *
 * @param after the last row of the headings before, which belongs to them
 */
export function headingAt(sheet: Sheet, row: number, after = 0): Heading | null {
  const own = ownCells(sheet, row);
  const enterprise = own.find(([, { text }]) => isEnterpriseHeading(text));
  if (!enterprise) return null;
  let top = row;
  while (row - top < LINES_ABOVE && top - 1 > after && isGroupLine(sheet, top - 1, top)) top -= 1;
  let bottom = row;
  while (bottom - row < LINES_BELOW && isLowerLine(sheet, top, bottom + 1, enterprise[0])) bottom += 1;
  const texts = textsOf(sheet, top, bottom);
  const kinds = new Set([...texts.values()].map((headings) => columnOf(headings)?.kind).filter(Boolean));
  return kinds.has('enterprise') && kinds.size >= 2 ? { top, bottom, texts } : null;
}

/** Whether a row holds what several headings below have in common: 驻点人员 above 市级 and 县级. */
function isGroupLine(sheet: Sheet, row: number, below: number): boolean {
  const own = ownCells(sheet, row);
  const texts = new Set(own.map(([, { text }]) => text));
  if (row < 1 || texts.size === 0) return false;
  if (own.some(([column, { text }]) => text.length > 15 || LIKE_DATA.test(text) || (!cellsOf(sheet, below)[column - 1] && !columnOf([text]))))
    return false;
  const width = cellsOf(sheet, below).filter(Boolean).length;
  return own.length > 1 && (texts.size > 1 || own.length < width) && [...texts].every((text) => columnOf([text]) !== null || GROUP.test(text));
}

/** Whether a row goes on with the headings above it: 姓名, 电话. */
function isLowerLine(sheet: Sheet, top: number, row: number, enterprise: number): boolean {
  const own = ownCells(sheet, row);
  if (own.length === 0) return false;
  const above = textsOf(sheet, top, row);
  // A heading that is typed in each of the lines is the same in all of them.
  if (own.some(([column, { text }]) => column === enterprise && above.get(column)?.some((one) => one !== text))) return false;
  const isKnown = own.map(([column, { text }]) => !LIKE_DATA.test(text) && text.length <= 12 && columnOf(above.get(column) ?? []) !== null);
  if (own.some(([, { text }]) => LIKE_DATA.test(text) || text.length > 12)) return false;
  // A line of people begins with a number, and has no words that only headings have.
  return (
    isKnown.filter(Boolean).length * 2 > own.length && own.some(([, { text }]) => columnOf([text]) !== null || columnOf(['驻点人员', text]) !== null)
  );
}

function textsOf(sheet: Sheet, top: number, bottom: number): Map<number, string[]> {
  const width = Math.max(...Array.from({ length: bottom - top + 1 }, (_, index) => cellsOf(sheet, top + index).length));
  const texts = new Map<number, string[]>();
  const at = (row: number, column: number): string => cellsOf(sheet, row)[column - 1]?.text ?? '';
  const below = (row: number, column: number): string => {
    for (let next = bottom; next > row; next -= 1) if (at(next, column) !== '' && at(next, column) !== at(row, column)) return at(next, column);
    return '';
  };
  for (let column = 1; column <= width; column += 1) {
    const its: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      let text = at(row, column);
      // An upper heading that was typed in the first of its columns alone.
      for (let before = column - 1; text === '' && before > 0 && below(row, column) !== '' && below(row, before) !== ''; before -= 1)
        text = at(row, before);
      if (text !== '') its.push(text);
    }
    if (its.length > 0) texts.set(column, its);
  }
  return texts;
}
