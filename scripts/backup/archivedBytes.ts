import { stat } from 'node:fs/promises';
import type { StackConfig } from '../stack/StackConfig.ts';
import { archivedParts } from './archivedParts.ts';
import { folderBytes } from './folderBytes.ts';

/** Bytes of everything that goes into an archive beside the databases; n8n's scratch counts, being small. */
export async function archivedBytes(config: Pick<StackConfig, 'dataDir' | 'repository'>): Promise<number> {
  let bytes = 0;
  for (const { path, kind } of archivedParts(config))
    bytes +=
      kind === 'folder'
        ? await folderBytes(path)
        : await stat(path).then(
            ({ size }) => size,
            () => 0,
          );
  return bytes;
}
