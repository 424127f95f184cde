const JFIF = 'ffd8ffe000104a46494600010100000100010000';
const FRAME = 'ffc0000b080060008001011100ffd9';

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The head of a JPEG of 128 by 96 dots, stored as a camera held in this way stores it; enough to be measured, not to be drawn. */
export function jpeg(orientation?: number): Uint8Array {
  if (orientation === undefined) return bytes(`${JFIF}${FRAME}`);
  const tiff = `4d4d002a000000080001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`;
  const exif = `457869660000${tiff}`;
  const length = (exif.length / 2 + 2).toString(16).padStart(4, '0');
  return bytes(`ffd8ffe1${length}${exif}${FRAME}`);
}
