import { existsSync, readFileSync } from 'node:fs';
import { StackError } from '../stack/StackError.ts';

const LEAST = 12;

/** The passphrase in a file, without the line break at its end. Never an argument: other accounts of the machine read those. */
export function readPassphrase(file: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r?\n$/, '') : '';
  if (text.length >= LEAST) return text;
  throw new StackError(
    `${file} holds no passphrase of at least ${LEAST} characters.`,
    `Make one, and keep a copy away from this machine: (umask 077; openssl rand -base64 24 > ${file})`,
  );
}
