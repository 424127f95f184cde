import { MOST_ROWS } from '@zhudian/core/roster/sheet/limits.ts';
import type { Sheet } from '@zhudian/core/roster/sheet/Sheet.ts';
import { readText } from './readText.ts';
import { readWorkbook } from './readWorkbook.ts';
import { refuse } from './refuse.ts';

const LONGEST = 2000;

/** An uploaded .xlsx or .csv as sheets; what is dangerous, or is no table, is refused with what to do. */
export async function readSheets(bytes: Buffer, filename: string): Promise<Sheet[]> {
  if (bytes.length === 0) refuse('文件是空的');
  const magic = bytes.toString('hex', 0, 4);
  if (magic === 'd0cf11e0') refuseOld(bytes);
  if (/\.xlsm$/i.test(filename)) refuse('含宏的工作簿（.xlsm）不能导入；请另存为“Excel 工作簿（*.xlsx）”');
  const sheets = magic === '504b0304' ? await readWorkbook(bytes) : [readText(bytes, filename.replace(/\.[^.]*$/, '') || '名单')];
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.filter(({ cells }) => cells.some(Boolean)).length, 0);
  if (rows > MOST_ROWS) refuse(`名单共 ${rows} 行，超过上限 ${MOST_ROWS} 行；请分成几个文件导入`);
  for (const { name, rows: lines } of sheets) {
    const long = lines.findIndex(({ cells }) => cells.some((cell) => cell && cell.text.length > LONGEST));
    if (long !== -1) refuse(`工作表“${name}”第 ${long + 1} 行有单元格超过 ${LONGEST} 字；名单中不应有这么长的内容，请核对`);
  }
  return sheets;
}

/** Old workbooks and encrypted ones are files of the same kind: what is in them tells which. */
function refuseOld(bytes: Buffer): never {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return refuse('文件加了密码；请在 Excel 中选择“文件—信息—保护工作簿—用密码进行加密”，清空密码后另存为“Excel 工作簿（*.xlsx）”再导入');
  return refuse(
    '这是旧版的 Excel 或 WPS 文件（.xls、.et），不能直接导入；请在 Excel 或 WPS 中打开，选择“文件—另存为”，保存类型选“Excel 工作簿（*.xlsx）”后再导入',
  );
}
