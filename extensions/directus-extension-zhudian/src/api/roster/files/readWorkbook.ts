import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import { readZip } from '@zhudian/core/documents/readZip.ts';
import { MOST_COLUMNS, MOST_ROWS } from '@zhudian/core/roster/sheet/limits.ts';
import type { Cell, Sheet, SheetRow } from '@zhudian/core/roster/sheet/Sheet.ts';
import { loadWorkbook } from '@zhudian/core/spreadsheets/loadWorkbook.ts';
import { spreadCells } from '@zhudian/core/spreadsheets/spreadCells.ts';
import type ExcelJS from 'exceljs';
import { cellOf } from './cellOf.ts';
import { refuse } from './refuse.ts';

const MOST_SHEETS = 60;
/** Cells within merges: five columns of the longest roster. Each is an object in the memory of Directus. */
const MOST_MERGED = 100_000;
/** Cells with a value or a style, of all sheets. */
const MOST_CELLS = 300_000;

const SAVE = '请在 Excel 或 WPS 中打开，选择“文件—另存为”，保存类型选“Excel 工作簿（*.xlsx）”后再导入';

/** The sheets of an uploaded .xlsx in their order; what is dangerous, or is none, is refused with what to do. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const entries = withoutHelp(unpack(bytes));
  if (spreadCells(entries) > MOST_MERGED) refuse('名单中有大片的合并单元格；请取消表格以外的合并后再导入');
  if (countCells(entries) > MOST_CELLS) refuse('工作簿中的单元格太多，不像一份名单；请删除表格以外带格式的空白行列和多余的工作表后再导入');
  const workbook = await loadWorkbook(entries).catch(() => refuse(`文件无法读取；${SAVE}`));
  if (workbook.worksheets.length > MOST_SHEETS) refuse(`工作簿有 ${workbook.worksheets.length} 张工作表，超过上限 ${MOST_SHEETS}；请只留名单`);
  const sheets = workbook.worksheets.map(sheetOf);
  if (sheets.every(({ rows, hidden }) => hidden || rows.length === 0)) refuse('工作簿里没有内容');
  return sheets;
}

function unpack(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  try {
    const entries = readZip(bytes);
    const names = [...entries.keys()];
    if (names.some((name) => name.endsWith('vbaProject.bin'))) refuse('文件中含有宏；请另存为“Excel 工作簿（*.xlsx）”后再导入');
    if (names.includes('xl/workbook.bin')) refuse(`这是二进制工作簿（.xlsb）；${SAVE}`);
    if (names.includes('content.xml')) refuse(`这是 OpenDocument 表格（.ods）；${SAVE}`);
    if (!names.includes('xl/workbook.xml')) refuse('这不是 Excel 工作簿；请上传 .xlsx 或 .csv 名单文件');
    return entries;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const is = (id: string): boolean => error.faults.some((fault) => fault.id === id);
    if (is('zip_encrypted')) return refuse('文件加了密码；请取消密码后再导入');
    return refuse(is('zip_too_large') ? '文件解压后过大，不像一份名单；请删除图片、空白行列和多余的工作表后再导入' : `文件已损坏或不完整；${SAVE}`);
  }
}

/**
 * Lists to choose from and names are often given for whole columns, and exceljs makes an object of every cell in them. Nothing of a roster
 * is in them: under another name they are passed over.
 */
function withoutHelp(entries: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const passed = ([name, content]: [string, Uint8Array]): [string, Uint8Array] =>
    name.includes('.xml')
      ? [name, encoder.encode(decoder.decode(content).replace(/<(\/?)(dataValidation|definedName)/g, '<$1passed-$2'))]
      : [name, content];
  return new Map([...entries].map(passed));
}

/** How many cells the sheets have, before any is made. */
function countCells(entries: ReadonlyMap<string, Uint8Array>): number {
  let cells = 0;
  for (const [name, content] of entries)
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      for (const tag of ['<c ', '<c>', '<c/', '<row']) for (let at = bytes.indexOf(tag); at !== -1; at = bytes.indexOf(tag, at + 2)) cells += 1;
    }
  return cells;
}

function sheetOf(sheet: ExcelJS.Worksheet): Sheet {
  const rows: (SheetRow | undefined)[] = [];
  let [filled, widest] = [0, 0];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: (Cell | undefined)[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const read = cellOf(cell);
      if (!read) return;
      widest = Math.max(widest, column);
      if (column <= MOST_COLUMNS) cells[column - 1] = read;
    });
    if (cells.length === 0) return;
    if (++filled > MOST_ROWS) return refuse(`名单超过 ${MOST_ROWS} 行；请分成几个文件导入`);
    if (number > MOST_ROWS * 3) return refuse(`工作表“${sheet.name}”中有大片空白行（内容一直到第 ${number} 行）；请删除空白行后再导入`);
    rows[number - 1] = { hidden: row.hidden, cells: Array.from(cells) };
  });
  const hiddenColumns = Array.from({ length: Math.min(widest, MOST_COLUMNS) }, (_, index) => index + 1).filter(
    (column) => sheet.getColumn(column).hidden,
  );
  return {
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    rows: Array.from(rows, (row) => row ?? { hidden: false, cells: [] }),
    hiddenColumns,
    cut: widest > MOST_COLUMNS ? MOST_COLUMNS : null,
  };
}
