import { cp } from 'node:fs/promises';
import { execa } from 'execa';

/** Copies a folder into an empty one, with the owners of its files: under root PostgreSQL's belong to an account of its own. */
export async function copyFolder(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await execa('cp', ['-a', `${from}/.`, to]);
}
