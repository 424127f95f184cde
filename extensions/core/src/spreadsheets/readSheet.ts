import type ExcelJS from 'exceljs';
import { templateFaults } from '../documents/templateFaults.ts';
import { pairTags } from './pairTags.ts';
import { parseArea } from './parseArea.ts';
import { parseSum } from './parseSum.ts';
import { parseTags } from './parseTags.ts';
import type { ReportFault } from './ReportFault.ts';
import type { CellTemplate, RowTemplate, SheetTemplate } from './SheetTemplate.ts';

/** A sheet of a template with its tags, its sums and all its faults. It takes the sheet's merges apart, so that its rows can be written anew. */
export function readSheet(sheet: ExcelJS.Worksheet): SheetTemplate {
  const errors: { readonly properties: object }[] = [];
  const report: ReportFault = (address, fault) => void errors.push({ properties: { ...fault, file: `${sheet.name}!${address}` } });
  const ranges = [...sheet.model.merges];
  const rows: RowTemplate[] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.getRow(number);
    const cells: CellTemplate[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => cells.push(readCell(cell, column, report)));
    rows.push({ number, height: row.height, hidden: row.hidden, cells });
  }
  for (const range of ranges) sheet.unMergeCells(range);
  const paired = pairTags(rows, report);
  const merges = ranges.flatMap((range) => parseArea(range) ?? []);
  // Each copy of the block would reach over the ones that follow.
  for (const { left, top, bottom } of merges) {
    const block = paired.blocks.find(({ from, to }) => from <= top && top <= to && to < bottom);
    if (block) report(`${left}${top}`, { id: 'merge_leaves_block', xtag: block.name });
  }
  return { ...paired, merges, faults: errors.length > 0 ? templateFaults({ properties: { errors } }) : [] };
}

function readCell(cell: ExcelJS.Cell, column: number, report: ReportFault): CellTemplate {
  const { address, style, value } = cell;
  const plain = { address, column, style: { ...style }, value: null, tokens: null, sum: null };
  // Of merged cells only the first holds anything.
  if (cell.isMerged && cell.master.address !== address) return plain;
  if (cell.formula) {
    const sum = parseSum(cell.formula);
    if (sum === null) report(address, { id: 'formula_not_a_sum', xtag: cell.formula });
    return { ...plain, sum };
  }
  const text = typeof value === 'object' && value !== null && 'richText' in value ? value.richText.map((run) => run.text).join('') : value;
  if (typeof text !== 'string' || !/[{}]/.test(text)) return { ...plain, value };
  const { tokens, faults } = parseTags(text);
  for (const { id, xtag } of faults) report(address, { id, xtag });
  return { ...plain, tokens };
}
