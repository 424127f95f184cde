import type ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { partText } from '../documents/partText.ts';
import { readZip } from '../documents/readZip.ts';
import { sealZip } from '../documents/sealZip.ts';
import { quoteTexts } from './quoteTexts.ts';

/** When and by whom the template was made: a document is made by nobody's hand, and at no moment of its own. */
const NOTES: Readonly<Record<string, RegExp>> = {
  'docProps/core.xml': /<(dcterms:created|dcterms:modified|cp:lastPrinted|dc:creator|cp:lastModifiedBy)\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1>)/g,
  'docProps/app.xml': /<(Company|Manager)\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1>)/g,
};

/** The children of a font as the format wants them. ECMA-376 part 1, 18.8.22; the library writes them in another order. */
const FONT = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
function inFontOrder(xml: string): string {
  const children = [...xml.matchAll(/<(\w+)[^>]*\/>/g)].map(([element, name = '']) => ({ element, rank: FONT.indexOf(name) }));
  return children
    .sort((one, other) => one.rank - other.rank)
    .map(({ element }) => element)
    .join('');
}

/**
 * The bytes of a workbook, the same for the same content: no moments and no people in its properties, and a zip with fixed moments.
 *
 * @param quoted the cells to mark as texts, by the sheet's id
 */
export async function sealWorkbook(workbook: ExcelJS.Workbook, quoted: ReadonlyMap<number, readonly string[]> = new Map()): Promise<Uint8Array> {
  const zip = new PizZip();
  for (const [name, content] of readZip(new Uint8Array(await workbook.xlsx.writeBuffer()), 'Excel')) zip.file(name, content);
  for (const [name, pattern] of Object.entries(NOTES)) zip.file(name, partText(zip, name).replace(pattern, ''));
  zip.file(
    'xl/styles.xml',
    partText(zip, 'xl/styles.xml').replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => `<font>${inFontOrder(inner)}</font>`),
  );
  quoteTexts(zip, new Map([...quoted].map(([id, cells]) => [`xl/worksheets/sheet${id}.xml`, cells])));
  return sealZip(zip);
}
