import { existsSync } from 'node:fs';
import type { StackConfig } from '../stack/StackConfig.ts';
import { archivedParts } from './archivedParts.ts';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { fileEntry } from './fileEntry.ts';
import { folderEntries } from './folderEntries.ts';

/** The entries of everything that goes into an archive beside the databases. */
export async function* archivedEntries(config: Pick<StackConfig, 'dataDir' | 'repository'>): AsyncGenerator<ArchiveEntry> {
  for (const { name, path, kind, skip } of archivedParts(config)) {
    if (!existsSync(path)) continue;
    if (kind === 'folder') yield* folderEntries(name, path, skip);
    else {
      const file = await fileEntry(name, path);
      if (file) yield file;
    }
  }
}
