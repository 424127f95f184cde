import type PizZip from 'pizzip';
import { partText } from '../documents/partText.ts';

const FORMATS = /<cellXfs count="(\d+)">([\s\S]*?)<\/cellXfs>/;
const FORMAT = /<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g;

/**
 * Marks cells as quoted texts, as Excel does for what is typed after an apostrophe: entering such a cell again leaves it a text. exceljs knows no
 * such mark, so it goes into the file that exceljs has written.
 *
 * @param cells the addresses in each sheet, by the sheet's part
 */
export function quoteTexts(zip: PizZip, cells: ReadonlyMap<string, readonly string[]>): void {
  const styles = partText(zip, 'xl/styles.xml');
  const formats = FORMATS.exec(styles)?.[2]?.match(FORMAT) ?? [];
  const quoted = new Map<number, number>();
  const added: string[] = [];
  /** The number of a format as a quoted text, which is made where there is none. */
  const quotedAs = (plain: number): number => {
    const number = quoted.get(plain) ?? formats.length + added.length;
    if (!quoted.has(plain)) added.push((formats[plain] ?? '<xf/>').replace('<xf', '<xf quotePrefix="1"'));
    quoted.set(plain, number);
    return number;
  };
  for (const [part, addresses] of cells) {
    if (addresses.length === 0) continue;
    const wanted = new Set(addresses);
    const xml = partText(zip, part).replace(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g, (whole, address: string, style = '0') => {
      if (!wanted.has(address)) return whole;
      return `<c r="${address}" s="${quotedAs(Number(style))}"`;
    });
    zip.file(part, xml);
  }
  if (added.length === 0) return;
  const all = [...formats, ...added];
  zip.file(
    'xl/styles.xml',
    styles.replace(FORMATS, () => `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`),
  );
}
