import ExcelJS from 'exceljs';
import PizZip from 'pizzip';

/**
 * A workbook as exceljs reads it, of the parts that `readZip` gave. Packed anew from what was unpacked within limits: a second reader may
 * find another directory in the file as it came, and other content.
 */
export async function loadWorkbook(entries: ReadonlyMap<string, Uint8Array>): Promise<ExcelJS.Workbook> {
  const zip = new PizZip();
  for (const [name, content] of entries) zip.file(name, content);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(zip.generate({ type: 'arraybuffer', compression: 'STORE' }));
  return workbook;
}
