import type PizZip from 'pizzip';

const FORMATS = /<cellXfs count="(\d+)">([\s\S]*?)<\/cellXfs>/;
const FORMAT = /<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g;

/**
 * Marks cells as quoted texts, as Excel does for what is typed after an apostrophe: entering such a cell again leaves it a text. exceljs knows no
 * such mark, so it goes into the file that exceljs has written.
 *
 * @param cells the addresses in each sheet, by the sheet's part
 */
export function quoteTexts(zip: PizZip, cells: ReadonlyMap<string, readonly string[]>): void {
  const styles = zip.file('xl/styles.xml')?.asText() ?? '';
  const formats = FORMATS.exec(styles)?.[2]?.match(FORMAT) ?? [];
  const quoted = new Map<number, number>();
  const added: string[] = [];
  for (const [part, addresses] of cells) {
    if (addresses.length === 0) continue;
    const wanted = new Set(addresses);
    const xml = (zip.file(part)?.asText() ?? '').replace(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g, (whole, address: string, style = '0') => {
      if (!wanted.has(address)) return whole;
      const plain = Number(style);
      if (!quoted.has(plain)) {
        quoted.set(plain, formats.length + added.length);
        added.push((formats[plain] ?? '<xf/>').replace('<xf', '<xf quotePrefix="1"'));
      }
      return `<c r="${address}" s="${quoted.get(plain) ?? plain}"`;
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
