import { INVISIBLE, QUOTES } from './strayCharacters.ts';

/** What is odd about the writing of a tag, in Chinese; null for nothing. */
export function tagOddity(written: string): string | null {
  if (QUOTES.test(written)) return '里有引号';
  if (INVISIBLE.test(written) || /[^\S ]/.test(written.replace(/\u3000/g, ''))) return '里有看不见的字符';
  if (/[＃＾／％＠＿０-９Ａ-Ｚａ-ｚ]/.test(written)) return '里有全角字符';
  return /^ | $/.test(written) ? '里有多余的空格' : null;
}
