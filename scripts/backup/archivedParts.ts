import { join } from 'node:path';
import type { StackConfig } from '../stack/StackConfig.ts';

/** The checkout's `.env` in an archive. A restore leaves it in the data folder under this name: what takes effect is for somebody to decide. */
export const RESTORED_SETTINGS = 'settings.env';

/** n8n's scratch: what lies there between two steps of an import. */
const SCRATCH = /^(?:import\/|credential\.json$|.*\.log$|\.cache\/)/;

/** A folder or file that goes into an archive beside the databases. */
export interface ArchivedPart {
  /** In the archive, and in the data folder after a restore. */
  readonly name: string;
  /** On this machine. */
  readonly path: string;
  readonly kind: 'folder' | 'file';
  readonly skip?: (path: string) => boolean;
}

/** Everything that an archive holds beside the databases, where it is there. What is counted before a backup and what is written are this one list. */
export function archivedParts({ dataDir, repository }: Pick<StackConfig, 'dataDir' | 'repository'>): ArchivedPart[] {
  return [
    { name: 'uploads', path: join(dataDir, 'uploads'), kind: 'folder' },
    { name: 'n8n', path: join(dataDir, 'n8n'), kind: 'folder', skip: (path) => SCRATCH.test(path) },
    // A maintainer's own workflows, that an update has replaced: nowhere else.
    { name: 'workflows-replaced', path: join(dataDir, 'workflows-replaced'), kind: 'folder' },
    { name: 'secrets.json', path: join(dataDir, 'secrets.json'), kind: 'file' },
    // Without its settings a restored installation is on trial, and mails nobody.
    { name: RESTORED_SETTINGS, path: join(repository, '.env'), kind: 'file' },
  ];
}
