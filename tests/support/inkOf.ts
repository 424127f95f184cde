import sharp from 'sharp';
import type { Pages, Place } from './drawPages.ts';

/** How much of a picture's place on the printed page is white, and how much is dark: each between 0 and 1. */
export async function inkOf({ pages }: Pages, { page, left, top, width, height }: Place): Promise<{ white: number; ink: number }> {
  const drawn = pages[page];
  if (!drawn) throw new Error(`there is no page ${page}`);
  const grey = await sharp(drawn)
    .extract({ left: left + 2, top: top + 2, width: width - 4, height: height - 4 })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer();
  const share = (is: (value: number) => boolean): number => grey.filter(is).length / grey.length;
  return { white: share((value) => value > 240), ink: share((value) => value < 128) };
}
