import type { SignaturePixels } from '@zhudian/core/pictures/signatureFault.ts';
import { loadSharp } from './loadSharp.ts';
import { Turns } from './Turns.ts';

/** Large enough that a stroke of the app's pen stays dark, small enough to be looked at in a moment. */
const LOOKED_AT = 1200;
const turns = new Turns(2);

/** Measures a picture as a signature is judged. Strokes without a ground stand on white, as they are printed. */
export async function signaturePixels(bytes: Buffer): Promise<SignaturePixels> {
  return await turns.take(async () => {
    const sharp = loadSharp();
    const { width, height } = await sharp(bytes).metadata();
    const { data } = await sharp(bytes)
      .rotate()
      .resize({ width: LOOKED_AT, height: LOOKED_AT, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width, height, ...shares(data) };
  });
}

function shares(rgb: Buffer): Pick<SignaturePixels, 'dark' | 'light' | 'coloured'> {
  const pixels = rgb.length / 3;
  let [dark, light, coloured] = [0, 0, 0];
  for (let at = 0; at < rgb.length; at += 3) {
    const [red, green, blue] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    if (grey < 128) dark += 1;
    if (grey >= 140) light += 1;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
  }
  return { dark: dark / pixels, light: light / pixels, coloured: coloured / pixels };
}
