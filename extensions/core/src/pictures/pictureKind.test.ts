import { describe, expect, it } from 'vitest';
import { pictureKind } from './pictureKind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a picture is known by its bytes', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['RIFF\x24\0\0\0WEBPVP8L', 'webp'],
    ['RIFF\x24\0\0\0WAVEfmt ', null],
    ['GIF89a', 'gif'],
    ['II*\0', 'tiff'],
    ['MM\0*', 'tiff'],
    ['BM6\0', 'bmp'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x18ftypmif1\0\0\0\0mif1avif', 'avif'],
    ['\0\0\0\x18ftypavif\0\0\0\0mif1', 'avif'],
    ['\0\0\0\x18ftypisom\0\0\0\0mp42', null],
    ['%PDF-1.7', null],
    ['<svg xmlns=', null],
    ['', null],
  ])('%j is %s', (head, kind) => {
    expect(pictureKind(bytes(head))).toBe(kind);
  });
});
