import { imageSize } from 'image-size';
import type { Turn } from './uprightTurn.ts';
import { isSideways, uprightTurn } from './uprightTurn.ts';

/** A picture as Word takes it: its kind, its size on paper when it stands upright, in EMU (914,400 to the inch), and what brings it upright. */
export interface ImageBox {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
}

const EMU_PER_MM = 36_000;
/** 96 dots to the inch, as Word and browsers take a picture that says nothing else. */
const EMU_PER_PIXEL = 9_525;
/** The type area of GB/T 9704-2012 is 156 mm by 225 mm: two pictures to a page, with their captions and an annex's title. */
const MAX_WIDTH = 156 * EMU_PER_MM;
const MAX_HEIGHT = 85 * EMU_PER_MM;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/**
 * The kind and the printed size of a picture, scaled down (never up) to fit the type area; null when the bytes are no
 * PNG or JPEG, at most `maxHeightMm` high and `maxWidthMm` wide. Known by content, not by name. A phone stores its photos as the sensor lay and says in EXIF how it was
 * held: the size is that of the picture upright.
 */
export function imageBox(bytes: Uint8Array, maxHeightMm = MAX_HEIGHT / EMU_PER_MM, maxWidthMm = MAX_WIDTH / EMU_PER_MM): ImageBox | null {
  const kind = startsWith(bytes, PNG) ? 'png' : startsWith(bytes, JPEG) ? 'jpeg' : null;
  if (kind === null) return null;
  try {
    const stored = imageSize(bytes);
    if (!(stored.width > 0 && stored.height > 0)) return null;
    const turn = uprightTurn(stored.orientation);
    const [width, height] = isSideways(turn) ? [stored.height, stored.width] : [stored.width, stored.height];
    const scale = Math.min(EMU_PER_PIXEL, (maxWidthMm * EMU_PER_MM) / width, (maxHeightMm * EMU_PER_MM) / height);
    return { kind, width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)), turn };
  } catch {
    // image-size throws on a truncated file; to us it is one more picture that cannot be shown.
    return null;
  }
}
