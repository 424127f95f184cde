import type ExcelJS from 'exceljs';
import { addDecimals } from './addDecimals.ts';
import { areaText, parseArea } from './parseArea.ts';
import type { PlannedRow } from './planRows.ts';
import { growRows } from './growRows.ts';
import { moveArea, planRows } from './planRows.ts';
import { printCell } from './printCell.ts';
import type { Area, CellTemplate, SheetTemplate } from './SheetTemplate.ts';

/** Ours alone may begin like a formula; a person's text that does is marked as text, in the forms of wide keyboards too. */
const LIKE_A_FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠]|^\t/;
/** `_x0041_` is how the format writes the character A. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Writes a sheet's rows anew from its template and data. Answers the cells whose text looks like a formula. */
export function writeSheet(sheet: ExcelJS.Worksheet, template: SheetTemplate, data: Readonly<Record<string, unknown>>): string[] {
  const before = sheet.rowCount;
  const columns = Math.max(0, ...template.rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const plan = planRows(template, data);
  const quoted: string[] = [];
  for (let number = 1; number <= Math.max(before, plan.length); number += 1) {
    const row = sheet.getRow(number);
    const planned = plan[number - 1];
    // As new, whatever stood here in the template.
    row.model = { number, cells: [] };
    if (!planned) continue;
    const { height, hidden } = planned.template;
    // Without a height of its own a row is as high as its text; the types leave that out.
    Object.assign(row, { height, hidden });
    for (let column = 1; column <= columns; column += 1) {
      const cell = row.getCell(column);
      const source = planned.template.cells.find((one) => one.column === column);
      if (!source) continue;
      cell.style = { ...source.style };
      if (source.sum === null) cell.value = valueOf(source, planned);
      if (source.tokens && typeof cell.value === 'string' && LIKE_A_FORMULA.test(cell.value)) quoted.push(cell.address);
    }
  }
  writeSums(sheet, plan);
  for (const merge of mergesOf(template, plan)) {
    const styles = cellsOf(sheet, merge).map((cell) => ({ cell, style: cell.style }));
    sheet.mergeCells(areaText(merge));
    // Merging gives all of them the first one's borders.
    for (const { cell, style } of styles) cell.style = style;
  }
  growRows(sheet, mergesOf(template, plan));
  const printed = parseArea(sheet.pageSetup.printArea ?? '');
  const moved = printed ? moveArea(printed, plan, null) : null;
  if (moved) sheet.pageSetup.printArea = areaText(moved);
  return quoted;
}

function valueOf(source: CellTemplate, planned: PlannedRow): ExcelJS.CellValue {
  if (source.tokens === null) return source.value;
  const value = printCell(source.tokens, source, planned.scopes);
  return typeof value === 'string' ? value.replace(ESCAPE, '_x005F_') : value;
}

/** Sums come last, each with its result: not every reader of the file calculates. */
function writeSums(sheet: ExcelJS.Worksheet, plan: readonly PlannedRow[]): void {
  plan.forEach((planned, index) => {
    for (const { column, sum } of planned.template.cells) {
      if (sum === null) continue;
      const areas = sum.flatMap((area) => moveArea(area, plan, planned) ?? []);
      const numbers = areas.flatMap((area) => cellsOf(sheet, area).map(numberIn));
      const formula = areas.length > 0 ? `SUM(${areas.map(areaText).join(',')})` : 'SUM(0)';
      sheet.getCell(index + 1, column).value = { formula, result: addDecimals(numbers) };
    }
  });
}

function numberIn({ value }: ExcelJS.Cell): number {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'result' in value && typeof value.result === 'number' ? value.result : 0;
}

function cellsOf(sheet: ExcelJS.Worksheet, { left, top, right, bottom }: Area): ExcelJS.Cell[] {
  const [first, last] = [sheet.getColumn(left).number, sheet.getColumn(right).number];
  const cells: ExcelJS.Cell[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = first; column <= last; column += 1) cells.push(sheet.getCell(row, column));
  return cells;
}

/** A merge within a block is repeated with it. */
function mergesOf({ merges }: SheetTemplate, plan: readonly PlannedRow[]): Area[] {
  return merges.flatMap((merge) => {
    const starts = plan.filter(({ template }) => template.number === merge.top);
    return starts.flatMap((row) => moveArea(merge, plan, row) ?? []);
  });
}
