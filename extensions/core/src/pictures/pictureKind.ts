/** What a file is by its bytes, whatever its name and its sender say. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic' | 'bmp';

/** As many bytes of a file's beginning as tell its kind. */
export const KIND_BYTES = 64;

/** Brands of ISO/IEC 23008-12 files that hold HEVC pictures, as iPhones make them. */
const HEVC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const AV1 = new Set(['avif', 'avis']);

/** The kind of a picture by the beginning of its bytes; null when it is none that cameras, scanners and browsers make. */
export function pictureKind(head: Uint8Array): PictureKind | null {
  const has = (magic: readonly number[], at = 0): boolean => magic.every((byte, n) => head[at + n] === byte);
  if (has([0xff, 0xd8, 0xff])) return 'jpeg';
  if (has([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (has([0x52, 0x49, 0x46, 0x46]) && has([0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  if (has([0x47, 0x49, 0x46, 0x38])) return 'gif';
  if (has([0x49, 0x49, 0x2a, 0x00]) || has([0x4d, 0x4d, 0x00, 0x2a])) return 'tiff';
  if (has([0x66, 0x74, 0x79, 0x70], 4)) return brandKind(head);
  if (has([0x42, 0x4d])) return 'bmp';
  return null;
}

/** The box `ftyp`: the main brand, then those it is compatible with. What says only `mif1` is told by these. */
function brandKind(head: Uint8Array): PictureKind | null {
  const text = String.fromCharCode(...head.subarray(8, KIND_BYTES));
  const brands = text.match(/.{4}/gs) ?? [];
  const [main = ''] = brands;
  if (HEVC.has(main)) return 'heic';
  if (AV1.has(main)) return 'avif';
  if (main !== 'mif1' && main !== 'msf1') return null;
  return brands.some((brand) => AV1.has(brand)) ? 'avif' : 'heic';
}
