import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { settingTexts } from '../texts/settingTexts.ts';
import { StackError } from './StackError.ts';

/** One that begins and ends between quotes, over lines as well. */
const QUOTED = /(=\s*)(["'`])[^]*?\2/g;
const SETTING = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=/;

/**
 * The settings of an `.env`, by whatever program it was saved: with a byte order mark, with line ends of Windows, in UTF-16. Node's own reading takes
 * the mark for a part of the first name, and passes over what it does not understand.
 *
 * @throws StackError about an encoding that cannot be read, and about lines that set nothing
 */
export function readEnvironmentFile(file: string): Record<string, string> {
  const text = decode(file, readFileSync(file)).replaceAll(/\r\n?/g, '\n');
  const lines = text.replaceAll(QUOTED, (quoted, begin: string) => begin + '\n'.repeat(quoted.split('\n').length - 1)).split('\n');
  const idle = lines
    .map((line, index) => ({ number: index + 1, text: text.split('\n')[index] ?? line, line }))
    .filter(({ line }) => line.trim() !== '' && !line.trim().startsWith('#') && !SETTING.test(line));
  if (idle.length > 0) throw new StackError(settingTexts.lines(file, idle), settingTexts.linesRemedy());
  return Object.fromEntries(Object.entries(parseEnv(text)).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function decode(file: string, bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without its mark: every second byte of a Latin letter is none.
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new StackError(settingTexts.encoding(file), settingTexts.encodingRemedy());
}
