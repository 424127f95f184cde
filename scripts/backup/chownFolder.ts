import { lchown, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives a folder and everything in it to an account. */
export async function chownFolder(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await lchown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) await lchown(join(entry.parentPath, entry.name), uid, gid);
}
