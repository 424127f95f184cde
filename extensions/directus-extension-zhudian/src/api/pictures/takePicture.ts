import { createReadStream } from 'node:fs';
import { parse } from 'node:path';
import { Readable } from 'node:stream';
import { ContentTooLargeError } from '@directus/errors';
import { fileFault } from '@zhudian/core/files/fileFault.ts';
import { KIND_BYTES, pictureKind, type PictureKind } from '@zhudian/core/pictures/pictureKind.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { peekStream } from './peekStream.ts';
import { readPicture } from './readPicture.ts';
import { spoolStream } from './spoolStream.ts';

/** What an upload says of itself. */
export interface Said extends Record<string, unknown> {
  readonly type?: string;
  readonly filename_download?: string;
}

/** An upload as it is to be stored; `done` is called when it is, or is not. */
export interface Taken {
  readonly stream: Readable;
  readonly said: Said;
  readonly done: () => Promise<void>;
}

const ENDINGS: Readonly<Record<string, RegExp>> = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i, 'image/webp': /\.webp$/i };

/**
 * What becomes of an upload. A picture is one by its bytes: it is stored so that browsers and documents draw it, or refused with what to do.
 * What only says that it is a picture is refused, and so is a document that is none.
 */
export async function takePicture(stream: Readable, said: Said, { logger }: Pick<Runtime, 'logger'>): Promise<Taken> {
  const name = said.filename_download ?? '';
  const { head, whole } = await peekStream(stream, KIND_BYTES);
  const kind = pictureKind(head);
  const refuse = (message: string, rule = 'file.picture'): void => {
    // Whoever is still sending gets the answer when they are done.
    whole.resume();
    throwFaults('directus_files', [{ field: 'file', rule, message }]);
  };
  if (kind === 'bmp') refuse(`“${name}”是 BMP 图片，文书中无法显示；请另存为 JPG 后重新上传`);
  if (kind === null) {
    if (said.type?.startsWith('image/')) refuse(`“${name}”不是可以识别的照片；请另存为 JPG 后重新上传`);
    if (said.type === 'application/octet-stream') refuse(unknownKind(name));
    const fault = fileFault({ name, type: said.type ?? '', head });
    if (fault) refuse(fault, 'file.kind');
    return { stream: whole, said, done: async () => undefined };
  }
  return await takeWhole(whole, kind, said, (error) => {
    logger.warn(error, `zhudian: the picture ${name} was refused`);
    refuse(`照片“${name}”打不开或不完整；请重新上传，仍不行时另存为 JPG 后再上传`);
  });
}

async function takeWhole(whole: Readable, kind: PictureKind, said: Said, refuse: (error: unknown) => void): Promise<Taken> {
  const { path, remove } = await spoolStream(whole);
  try {
    if ('truncated' in whole && whole.truncated === true) throw new ContentTooLargeError();
    const read = await readPicture(path, kind).catch(refuse);
    if (!read) throw new Error('a picture that cannot be read is refused');
    const filename_download = named(said.filename_download ?? '', read.type);
    const stream = read.made === null ? createReadStream(path) : Readable.from([read.made], { objectMode: false });
    return { stream, said: { ...said, type: read.type, filename_download }, done: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The name with the ending of what it is: a JPEG that is called .heic opens nowhere. */
function named(name: string, type: string): string {
  if (ENDINGS[type]?.test(name)) return name;
  return `${parse(name).name || '照片'}.${type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length)}`;
}

/** What is said to a file of a kind that nobody here needs. */
export const unknownKind = (name: string): string =>
  `不能上传${name ? `“${name}”` : ''}这种文件；请上传照片（JPG、PNG、WEBP、HEIC）、PDF、Word（.docx）、Excel（.xlsx）或文本文件`;
