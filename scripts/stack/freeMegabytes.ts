import { statfs } from 'node:fs/promises';

/** Megabytes below which somebody has to make room: PostgreSQL stops hard on a full disk. */
export const LOW_DISK = 2_000;

/** Megabytes that are free where a folder lies. */
export async function freeMegabytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
}
