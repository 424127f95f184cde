import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import { readZip } from '@zhudian/core/documents/readZip.ts';
import type { Grid } from '@zhudian/core/roster/RosterRow.ts';
import { loadWorkbook } from '@zhudian/core/spreadsheets/loadWorkbook.ts';
import { spreadCells } from '@zhudian/core/spreadsheets/spreadCells.ts';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { RosterFileError } from './RosterFileError.ts';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
/** Cells within merges: five columns of the longest roster. Each is an object in the memory of Directus. */
const MOST_MERGED = 100_000;
const LONGEST = 2000;

const refuse = (message: string): never => {
  throw new RosterFileError({ message });
};

/** An uploaded .xlsx or .csv as lines of texts; what is dangerous, or is no table, is refused with what to do. */
export async function readSheet(bytes: Buffer, filename: string): Promise<Grid> {
  if (bytes.length === 0) refuse('文件是空的');
  const magic = bytes.toString('hex', 0, 4);
  if (magic === 'd0cf11e0') refuse('这是加密的或旧版的 Excel 文件（.xls）；请取消密码，另存为“Excel 工作簿（*.xlsx）”后再导入');
  if (/\.xlsm$/i.test(filename)) refuse('含宏的工作簿（.xlsm）不能导入；请另存为“Excel 工作簿（*.xlsx）”');
  const grid = magic === '504b0304' ? await readWorkbook(bytes) : readText(bytes);
  if (grid.length > MOST_ROWS) refuse(`名单共 ${grid.length} 行，超过上限 ${MOST_ROWS} 行；请分成几个文件导入`);
  const long = grid.findIndex((cells) => cells.some((cell) => cell.length > LONGEST));
  if (long !== -1) refuse(`第 ${long + 1} 行有单元格超过 ${LONGEST} 字；名单中不应有这么长的内容，请核对`);
  return grid;
}

async function readWorkbook(bytes: Buffer): Promise<Grid> {
  const entries = withoutHelp(unpack(bytes));
  if (spreadCells(entries) > MOST_MERGED) refuse('名单中有大片的合并单元格；请取消表格以外的合并后再导入');
  const workbook = await loadWorkbook(entries).catch(() => refuse('文件无法读取；请在 Excel 或 WPS 中打开、另存为 .xlsx 后再导入'));
  const sheet = workbook.worksheets.find(({ state, actualRowCount }) => state === 'visible' && actualRowCount > 0) ?? refuse('工作簿里没有内容');
  return toGrid(sheet);
}

function unpack(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  try {
    const entries = readZip(bytes);
    const names = [...entries.keys()];
    if (names.some((name) => name.endsWith('vbaProject.bin'))) refuse('文件中含有宏；请另存为“Excel 工作簿（*.xlsx）”后再导入');
    if (!names.includes('xl/workbook.xml')) refuse('这不是 Excel 工作簿；请上传 .xlsx 或 .csv 名单文件');
    return entries;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const large = error.faults.some(({ id }) => id === 'zip_too_large');
    return refuse(
      large
        ? '文件解压后过大，不像一份名单；请删除图片、空白行列和多余的工作表后再导入'
        : '文件已损坏或不完整；请在 Excel 或 WPS 中打开、另存为 .xlsx 后再导入',
    );
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

function toGrid(sheet: ExcelJS.Worksheet): Grid {
  const grid: (string[] | undefined)[] = [];
  let filled = 0;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (++filled > MOST_ROWS) return refuse(`名单超过 ${MOST_ROWS} 行；请分成几个文件导入`);
    if (number > MOST_ROWS * 3) return refuse(`名单中有大片空白行（内容一直到第 ${number} 行）；请删除空白行后再导入`);
    const cells: (string | undefined)[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column <= MOST_COLUMNS) cells[column - 1] = textOf(cell);
    });
    grid[number - 1] = Array.from(cells, (cell) => cell ?? '');
  });
  return Array.from(grid, (cells) => cells ?? []);
}

/** A merged cell has the value of the first; numbers and dates are written as people read them. */
function textOf(cell: ExcelJS.Cell): string {
  const source = cell.isMerged ? cell.master : cell;
  const value = source.value;
  if (source.type === ExcelJS.ValueType.Formula) {
    return refuse(`单元格 ${cell.address} 是公式；请在 Excel 中复制整列、“选择性粘贴—数值”后再导入`);
  }
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map(({ text }) => text).join('');
    if ('text' in value) return typeof value.text === 'string' ? value.text : '';
    return '';
  }
  return String(value);
}

function readText(bytes: Buffer): Grid {
  if (bytes.includes(0)) refuse('文件类型不对；请上传 .xlsx 或 .csv 名单文件');
  const text = decode(bytes);
  if (/^\s*(<|%PDF|\{\\rtf)/.test(text)) refuse('文件类型不对；请上传 .xlsx 或 .csv 名单文件');
  const head = text.slice(0, 4000);
  const delimiter = ([',', '\t', ';'] as const).reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  try {
    const lines = parse(text, {
      delimiter,
      relax_column_count: true,
      bom: true,
      skip_empty_lines: false,
      relax_quotes: true,
      max_record_size: 200_000,
    });
    return lines.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠\t])/, '')));
  } catch {
    return refuse('CSV 文件格式不正确（引号不配对）；请在 Excel 或 WPS 中另存为 .xlsx 后再导入');
  }
}

/** UTF-8 where it is that, else what Excel writes on Chinese machines. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
