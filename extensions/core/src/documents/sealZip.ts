import type PizZip from 'pizzip';

const FIRST = ['[Content_Types].xml', '_rels/.rels'];
const ALREADY_PACKED = /\.(png|jpe?g|gif)$/i;

/**
 * The finished .docx. The same content gives the same bytes on any machine, at any time and in any time zone: fixed
 * order, fixed compression, and a fixed date built from local parts, since zip stores local time. Documents are
 * recognised by the hash of their bytes, so a second run must not make a second document.
 */
export function sealZip(zip: PizZip): Uint8Array {
  const date = new Date(1980, 0, 1, 12, 0, 0);
  for (const file of Object.values(zip.files)) {
    if (file.dir) {
      // An office suite writes no folders; pizzip may have added some. Its own remove() would take what is inside along.
      Reflect.deleteProperty(zip.files, file.name);
      continue;
    }
    file.date = date;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the types take pizzip's objects for the browser's files
    file.options.date = date;
    if (ALREADY_PACKED.test(file.name)) file.options.compression = 'STORE';
  }
  const names = Object.keys(zip.files).sort();
  return zip.generate({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
    fileOrder: () => [...FIRST, ...names.filter((name) => !FIRST.includes(name))],
  });
}
