import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { DatabaseName } from '../stack/databasePassword.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { StackError } from '../stack/StackError.ts';
import type { ArchiveEntry } from './ArchiveEntry.ts';
import { archivedBytes } from './archivedBytes.ts';
import { archivedEntries } from './archivedEntries.ts';
import { archiveName } from './archiveName.ts';
import { assertRoom } from './assertRoom.ts';
import { clusterEntries } from './clusterEntries.ts';
import { countRows } from './countRows.ts';
import { deadDrafts } from './deadDrafts.ts';
import { folderBytes } from './folderBytes.ts';
import { noteBackup } from './lastBackup.ts';
import type { Manifest } from './Manifest.ts';
import { uploadsElsewhere } from './uploadsElsewhere.ts';
import { verifyArchive } from './verifyArchive.ts';
import { versions } from './versions.ts';
import { writeArchive } from './writeArchive.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

export interface BackupOptions {
  /** Folder the archive goes to. */
  readonly to: string;
  readonly passphrase?: string | undefined;
  readonly now: Date;
}

/**
 * Backs up an installation whose PostgreSQL is up; everything else may run or not. The archive gets its name only when it was read again
 * whole, so that whatever is called an archive is one. Answers its path, what is in it, and how many uploads are not because they lie in
 * another storage than the folder.
 */
export async function makeBackup(
  config: StackConfig,
  connect: (database: DatabaseName) => Promise<pg.Client>,
  { to, passphrase, now }: BackupOptions,
): Promise<{ file: string; manifest: Manifest; elsewhere: number }> {
  makeFolder(to);
  for (const name of deadDrafts(
    await Promise.all((await readdir(to)).map(async (entry) => ({ name: entry, changed: await changeOf(join(to, entry)) }))),
    now,
  ))
    rmSync(join(to, name), { force: true });
  const file = join(to, archiveName(now, passphrase !== undefined));
  const draft = `${file}.part`;
  // Photos cannot be made smaller, databases are to about a third.
  const bytes = (await archivedBytes(config)) + (await folderBytes(join(config.dataDir, 'postgres'))) / 3;
  await assertRoom(to, bytes, archiveTexts.backupRoom());
  const [superuser, directus] = [await connect('postgres'), await connect('directus')];
  let at = now;
  let elsewhere = 0;
  try {
    const counts = await countRows(directus);
    elsewhere = await uploadsElsewhere(directus);
    const entries = async function* (): AsyncGenerator<ArchiveEntry> {
      yield* clusterEntries(superuser, join(config.dataDir, 'postgres'));
      at = new Date();
      // After the databases: a file that a row names is there already.
      yield* archivedEntries(config);
    };
    const describe = () => ({ at: at.toISOString(), versions: versions(config.repository), counts });
    await writeArchive(draft, entries(), describe, passphrase);
  } finally {
    await Promise.all([superuser.end(), directus.end()]);
  }
  try {
    const manifest = await verifyArchive(draft, passphrase);
    renameSync(draft, file);
    noteBackup(config.dataDir, { at: manifest.at, file, elsewhere });
    return { file, manifest, elsewhere };
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StackError(archiveTexts.noFolder(cause instanceof Error ? cause.message : String(cause)), archiveTexts.noFolderRemedy(folder), {
      cause,
    });
  }
}

/** Undefined for what has gone meanwhile. */
async function changeOf(file: string): Promise<Date | undefined> {
  return await stat(file).then(
    ({ mtime }) => mtime,
    () => undefined,
  );
}
