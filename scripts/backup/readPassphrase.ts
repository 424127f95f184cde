import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StackError } from '../stack/StackError.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

const LEAST = 12;

/**
 * The passphrase in a file, without the line break at its end. Never an argument: other accounts of the machine read those.
 *
 * @param account who reads it: whom the file has to belong to
 */
export function readPassphrase(file: string, read = (path: string) => readFileSync(path, 'utf8'), account = userInfo().username): string {
  let text = '';
  try {
    text = read(file).replace(/\r?\n$/, '');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM')
      throw new StackError(archiveTexts.passphraseHidden(account, file), archiveTexts.passphraseHiddenRemedy(account, file), { cause });
    if (code !== 'ENOENT') throw cause;
  }
  if (text.length >= LEAST) return text;
  throw new StackError(archiveTexts.passphraseMissing(file, LEAST), archiveTexts.passphraseMissingRemedy(account, file));
}
