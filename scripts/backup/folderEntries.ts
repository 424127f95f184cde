import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { fileEntry } from './fileEntry.ts';

/** A folder with all below it, in the order of names. `skip` gets each path relative to the folder, folders with a slash at the end. */
export async function* folderEntries(name: string, folder: string, skip: (path: string) => boolean = () => false): AsyncGenerator<ArchiveEntry> {
  yield { name: `${name}/`, size: 0, content: [] };
  yield* below('');

  async function* below(under: string): AsyncGenerator<ArchiveEntry> {
    const found = existsSync(join(folder, under)) ? await readdir(join(folder, under), { withFileTypes: true }) : [];
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${under}${entry.name}`;
      if (entry.isDirectory()) {
        yield { name: `${name}/${path}/`, size: 0, content: [] };
        if (!skip(`${path}/`)) yield* below(`${path}/`);
      } else if (entry.isFile() && !skip(path)) {
        const file = await fileEntry(`${name}/${path}`, join(folder, path));
        if (file) yield file;
      }
    }
  }
}
