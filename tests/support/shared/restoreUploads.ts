import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes a folder of files the same as another one; what is the same already is left alone. */
export async function restoreUploads(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const [wanted, there] = await Promise.all([readdir(from), readdir(to)]);
  await Promise.all(there.filter((name) => !wanted.includes(name)).map((name) => rm(join(to, name), { recursive: true, force: true })));
  await Promise.all(
    wanted.map(async (name) => {
      const [source, copy] = await Promise.all([stat(join(from, name)), stat(join(to, name)).catch(() => undefined)]);
      if (copy?.size !== source.size || copy.mtimeMs !== source.mtimeMs) await copyFile(join(from, name), join(to, name));
    }),
  );
}
