import type ExcelJS from 'exceljs';
import { readZip } from '../documents/readZip.ts';
import { TemplateError } from '../documents/TemplateError.ts';
import { loadWorkbook } from './loadWorkbook.ts';
import { partFaults } from './partFaults.ts';
import { MOST_CELLS, TOO_WIDE } from './tooWide.ts';

/** A template as exceljs reads it. Throws `TemplateError` when the file is no usable .xlsx, or brings along what a form may not have. */
export async function openSpreadsheet(template: Uint8Array): Promise<ExcelJS.Workbook> {
  const entries = readZip(template, 'Excel');
  const faults = partFaults(entries);
  if (faults.length > 0) throw new TemplateError(faults, { office: 'Excel' });
  return await loadSpreadsheet(entries);
}

/** As `openSpreadsheet`, of parts that somebody has looked at: what a form may not have is left out. */
export async function loadSpreadsheet(entries: ReadonlyMap<string, Uint8Array>): Promise<ExcelJS.Workbook> {
  const workbook = await loadWorkbook(entries).catch((error: unknown) => {
    const message = '工作簿的内容读取不了，可能已损坏。请在 Excel 或 WPS 中打开、另存为 .xlsx 后重新上传。';
    throw new TemplateError([{ id: 'workbook_unreadable', tag: null, part: null, message }], { office: 'Excel', cause: error });
  });
  if (workbook.worksheets.some(reachesTooFar)) throw new TemplateError([TOO_WIDE], { office: 'Excel' });
  return workbook;
}

/** One cell far out makes every one before it when the sheet is gone through. */
function reachesTooFar(sheet: ExcelJS.Worksheet): boolean {
  let cells = sheet.rowCount;
  sheet.eachRow({ includeEmpty: false }, (row) => void (cells += row.cellCount));
  return cells > MOST_CELLS;
}
