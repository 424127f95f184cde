import { INVISIBLE, QUOTES } from './strayCharacters.ts';

/** A tag as somebody has written it, between its braces: what it does, its name, and a height and a width in millimetres. */
export interface WrittenTag {
  readonly prefix: string;
  readonly name: string;
  readonly height: string;
}

const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'g');
const EVERY_QUOTE = new RegExp(QUOTES, 'g');

/** What stands between braces, with everything mended that a keyboard, Word or a copy from elsewhere does to it; null for what is no tag. */
export function readTag(written: string): WrittenTag | null {
  const plain = written.normalize('NFKC').replace(EVERY_INVISIBLE, '').replace(EVERY_QUOTE, '').replace(/\s+/g, ' ').trim();
  const [, prefix = '', name = '', height = ''] = /^([#^/%@]?)\s*([\p{L}_][\p{L}\p{N}_]*)((?:\s+\d{1,3}){0,2})$/u.exec(plain) ?? [];
  return name === '' ? null : { prefix, name, height: height.trim() };
}
