import { readFile } from 'node:fs/promises';
import type { PictureKind } from '@zhudian/core/pictures/pictureKind.ts';
import type { Sharp } from 'sharp';
import { decodeHeic } from './decodeHeic.ts';
import { loadSharp } from './loadSharp.ts';
import { Turns } from './Turns.ts';

/** What Directus and the documents make smaller pictures from without more ado. */
const KEPT: Readonly<Partial<Record<PictureKind, string>>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
/** Directus's own bound for a side (ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION): what is longer, it draws nothing from. */
export const LONGEST_KEPT = 6000;
const LONGEST_MADE = 4096;
const turns = new Turns(2);

export interface ReadPicture {
  readonly type: string;
  /** What is stored instead of the bytes that came; null when those are right as they are. */
  readonly made: Buffer | null;
}

/**
 * Looks at a whole picture, once, before it is stored: what every program draws stays byte for byte; everything else that can be decoded becomes
 * a JPEG that stands upright, or a PNG where it lets its ground through. Rejects what cannot be decoded.
 */
export async function readPicture(path: string, kind: PictureKind): Promise<ReadPicture> {
  return await turns.take(async () => {
    const type = KEPT[kind];
    if (type !== undefined && (await isDrawn(path))) return { type, made: null };
    return await convert(path, kind);
  });
}

/** Whether Directus will draw it: decoded to its end without a warning, and within its bound. */
async function isDrawn(path: string): Promise<boolean> {
  try {
    const sharp = loadSharp();
    const { width, height } = await sharp(path).metadata();
    if (Math.max(width, height) > LONGEST_KEPT) return false;
    await sharp(path, { failOn: 'warning', sequentialRead: true }).resize(64, 64, { fit: 'inside' }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

async function convert(path: string, kind: PictureKind): Promise<ReadPicture> {
  const picture = kind === 'heic' ? await fromHeic(path) : loadSharp()(path, { failOn: 'truncated', sequentialRead: true });
  const upright = picture.rotate().resize({ width: LONGEST_MADE, height: LONGEST_MADE, fit: 'inside', withoutEnlargement: true });
  const clear = kind !== 'heic' && (await picture.metadata()).hasAlpha;
  if (clear) return { type: 'image/png', made: await upright.png().toBuffer() };
  return { type: 'image/jpeg', made: await upright.flatten({ background: '#ffffff' }).keepExif().jpeg({ quality: 90 }).toBuffer() };
}

async function fromHeic(path: string): Promise<Sharp> {
  const { data, width, height } = await decodeHeic(await readFile(path));
  return loadSharp()(data, { raw: { width, height, channels: 4 } });
}
