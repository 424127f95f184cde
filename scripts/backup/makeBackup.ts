import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { DatabaseName } from '../stack/databasePassword.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { archiveName } from './archiveName.ts';
import { clusterEntries } from './clusterEntries.ts';
import { countRows } from './countRows.ts';
import { fileEntry } from './fileEntry.ts';
import { folderEntries } from './folderEntries.ts';
import type { Manifest } from './Manifest.ts';
import { versions } from './versions.ts';
import { writeArchive } from './writeArchive.ts';

/** n8n's scratch: what lies there between two steps of an import. */
const SCRATCH = /^(?:import\/|credential\.json$|.*\.log$|\.cache\/)/;

export interface BackupOptions {
  /** Folder the archive goes to. */
  readonly to: string;
  readonly passphrase?: string | undefined;
  readonly now: Date;
}

/** Backs up an installation whose PostgreSQL is up; everything else may run or not. Answers the archive's path and what is in it. */
export async function makeBackup(
  config: StackConfig,
  connect: (database: DatabaseName) => Promise<pg.Client>,
  { to, passphrase, now }: BackupOptions,
): Promise<{ file: string; manifest: Manifest }> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const file = join(to, archiveName(now, passphrase !== undefined));
  const [superuser, directus] = [await connect('postgres'), await connect('directus')];
  let at = now;
  try {
    const counts = await countRows(directus);
    const entries = async function* (): AsyncGenerator<ArchiveEntry> {
      yield* clusterEntries(superuser, join(config.dataDir, 'postgres'));
      at = new Date();
      // After the databases: a file that a row names is there already.
      yield* folderEntries('uploads', join(config.dataDir, 'uploads'));
      yield* folderEntries('n8n', join(config.dataDir, 'n8n'), (path) => SCRATCH.test(path));
      const secrets = await fileEntry('secrets.json', join(config.dataDir, 'secrets.json'));
      if (secrets) yield secrets;
    };
    const describe = () => ({ at: at.toISOString(), versions: versions(config.repository), counts });
    return { file, manifest: await writeArchive(file, entries(), describe, passphrase) };
  } finally {
    await Promise.all([superuser.end(), directus.end()]);
  }
}
