import { statfs } from 'node:fs/promises';
import { StackError } from './StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/** PostgreSQL stops hard on a full disk; better not to begin. Half a gigabyte: two fresh databases, logs and write-ahead log. */
const NEEDED_BYTES = 512 * 1024 * 1024;

export async function assertDiskSpace(dataDir: string): Promise<void> {
  const disk = await statfs(dataDir);
  const free = disk.bavail * disk.bsize;
  if (free >= NEEDED_BYTES) return;
  throw new StackError(refusalTexts.lowDisk(Math.floor(free / 1024 / 1024), dataDir), refusalTexts.lowDiskRemedy());
}
