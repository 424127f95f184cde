import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MANIFEST_NAME } from './Manifest.ts';
import { readArchive } from './readArchive.ts';

/** Unpacks a verified archive into a folder. */
export async function unpackArchive(file: string, folder: string, passphrase?: string): Promise<void> {
  await readArchive(file, passphrase, async ({ name, type }, content) => {
    if (name === MANIFEST_NAME) return;
    const path = join(folder, name);
    if (type === 'directory') {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return;
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  });
}
