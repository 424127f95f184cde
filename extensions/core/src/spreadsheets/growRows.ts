import type ExcelJS from 'exceljs';
import { cellText } from './cellText.ts';
import type { Area } from './SheetTemplate.ts';

/** A line is higher than its letters by this much. */
const LEADING = 1.3;
/** Points between the text and the lines of its cell, at both sides together. */
const PADDING = 6;
/** Points above and below it together. */
const ABOVE = 2;

/**
 * Makes rows as high as the text in them that wraps. Excel does so by itself neither for merged cells nor for a row that has a height of its own;
 * a row never gets lower than its template's.
 */
export function growRows(sheet: ExcelJS.Worksheet, merges: readonly Area[]): void {
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    if (!row.height) continue;
    row.eachCell((cell, column) => {
      const text = cellText(cell);
      // Its types know of no cell without them.
      const { alignment, font } = cell as Partial<Pick<ExcelJS.Cell, 'alignment' | 'font'>>;
      if (text === null || alignment?.wrapText !== true || (cell.isMerged && cell.master.address !== cell.address)) return;
      const merge = merges.find(({ left, top }) => top === number && sheet.getColumn(left).number === column);
      // A cell over several rows has their heights together.
      if (merge && merge.bottom > merge.top) return;
      const last = merge ? sheet.getColumn(merge.right).number : column;
      const size = font?.size ?? 11;
      const needed = linesOf(text, widthOf(sheet, column, last) - PADDING, size) * size * LEADING + ABOVE;
      if (needed > row.height) row.height = Math.ceil(needed);
    });
  }
}

/** Points: a column's width is counted in digits of 7 pixels, with 5 pixels around them. */
function widthOf(sheet: ExcelJS.Worksheet, from: number, to: number): number {
  let points = 0;
  for (let column = from; column <= to; column += 1) points += ((sheet.getColumn(column).width ?? 8.43) * 7 + 5) * 0.75;
  return points;
}

function linesOf(text: string, width: number, size: number): number {
  return text.split('\n').reduce((lines, part) => {
    const points = [...part].reduce((sum, character) => sum + (/[\u0020-\u02ff]/.test(character) ? size * 0.55 : size), 0);
    return lines + Math.max(1, Math.ceil(points / Math.max(width, size)));
  }, 0);
}
