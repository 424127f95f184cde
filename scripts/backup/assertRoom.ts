import { statfs } from 'node:fs/promises';
import { StackError } from '../stack/StackError.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

/** Left over for PostgreSQL, which stops hard on a full disk. */
const SPARE = 512 * 1024 * 1024;

/** Refuses to begin with what would fill the disk that a folder lies on. */
export async function assertRoom(folder: string, bytes: number, remedy: string): Promise<void> {
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (free >= bytes + SPARE) return;
  const megabytes = (count: number): string => `${Math.ceil(count / 1024 / 1024)} MB`;
  throw new StackError(archiveTexts.room(megabytes(free), folder, megabytes(bytes + SPARE)), remedy);
}
