import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StackError } from '../stack/StackError.ts';

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
      throw new StackError(
        `The account ${account} may not read the passphrase in ${file}.`,
        `As root, give it to the account that makes the backups: chown ${account} ${file}; chmod 400 ${file}. The folder has to let that account pass.`,
        { cause },
      );
    if (code !== 'ENOENT') throw cause;
  }
  if (text.length >= LEAST) return text;
  throw new StackError(
    `${file} holds no passphrase of at least ${LEAST} characters.`,
    `Make one as root, for the account that makes the backups, and keep a copy away from this machine: openssl rand -base64 24 | install -o ${account} -m 400 /dev/stdin ${file}`,
  );
}
