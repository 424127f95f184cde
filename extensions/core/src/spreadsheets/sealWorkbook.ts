import type ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { partText } from '../documents/partText.ts';
import { readZip } from '../documents/readZip.ts';
import { sealZip } from '../documents/sealZip.ts';
import { quoteTexts } from './quoteTexts.ts';

const CORE = 'docProps/core.xml';
const MOMENTS = /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>|<cp:lastPrinted>[^<]*<\/cp:lastPrinted>/g;

/**
 * The bytes of a workbook, the same for the same content: no moments in its properties, and a zip with fixed ones.
 *
 * @param quoted the cells to mark as texts, by the sheet's id
 */
export async function sealWorkbook(workbook: ExcelJS.Workbook, quoted: ReadonlyMap<number, readonly string[]> = new Map()): Promise<Uint8Array> {
  const zip = new PizZip();
  for (const [name, content] of readZip(new Uint8Array(await workbook.xlsx.writeBuffer()), 'Excel')) zip.file(name, content);
  zip.file(CORE, partText(zip, CORE).replace(MOMENTS, ''));
  quoteTexts(zip, new Map([...quoted].map(([id, cells]) => [`xl/worksheets/sheet${id}.xml`, cells])));
  return sealZip(zip);
}
