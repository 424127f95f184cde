import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertOurFolder } from '../stack/assertOurFolder.ts';
import { clusterOwner } from '../stack/clusterOwner.ts';
import { postgresAccount } from '../stack/postgresAccount.ts';
import { postgresBinaries } from '../stack/postgresBinaries.ts';
import { ProcessLedger } from '../stack/ProcessLedger.ts';
import { freePortBase } from '../stack/freePortBase.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { Stack } from '../stack/Stack.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { StackError } from '../stack/StackError.ts';
import { RESTORED_SETTINGS } from './archivedParts.ts';
import { asideName } from './asideName.ts';
import { assertFits } from './assertFits.ts';
import { assertRoom } from './assertRoom.ts';
import { chownFolder } from './chownFolder.ts';
import { countRows } from './countRows.ts';
import { holdMails } from './holdMails.ts';
import { unpackArchive } from './unpackArchive.ts';
import { verifyArchive } from './verifyArchive.ts';
import { versions } from './versions.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

const PARTS = ['postgres', 'uploads', 'n8n', 'workflows-replaced', 'directus', 'mail', 'secrets.json', RESTORED_SETTINGS];
/** The databases last: a start in between would find none rather than one without its files. */
const RESTORED = ['uploads', 'n8n', 'workflows-replaced', RESTORED_SETTINGS, 'secrets.json', 'postgres'];

export interface RestoreOptions {
  readonly passphrase?: string | undefined;
  /** Puts what is in the data folder aside, instead of refusing. */
  readonly force: boolean;
}

export interface Restored {
  readonly at: string;
  readonly counts: Record<string, number>;
  readonly held: number;
  /** Where the former contents of the data folder are. */
  readonly aside?: string;
  /** Where the backup's settings (`.env`) are, if it had any. */
  readonly settings?: string;
}

/**
 * Puts an archive into the data folder of a stack that does not run. It is verified whole before anything is written, unpacked beside,
 * recovered there and its waiting mails are held there; only then does it take the place of what was. So no start can ever find a
 * restored database whose mails are not held.
 */
export async function restoreBackup(file: string, config: StackConfig, { passphrase, force }: RestoreOptions): Promise<Restored> {
  const { dataDir, repository } = config;
  assertOurFolder(dataDir);
  const present = PARTS.filter((part) => existsSync(join(dataDir, part)));
  if (present.length > 0 && !force) {
    throw new StackError(archiveTexts.occupied(dataDir, present), archiveTexts.occupiedRemedy());
  }
  const manifest = await verifyArchive(file, passphrase);
  assertFits(manifest.versions, versions(repository));
  mkdirSync(dataDir, { recursive: true });
  const bytes = Object.values(manifest.files).reduce((sum, { size }) => sum + size, 0);
  await assertRoom(dataDir, bytes, archiveTexts.restoreRoom());
  const ledger = new ProcessLedger(dataDir);
  await ledger.take();
  const draft = join(dataDir, 'restore.new');
  try {
    rmSync(draft, { recursive: true, force: true });
    await unpackArchive(file, draft, passphrase);
    const owner = clusterOwner(postgresAccount([(await postgresBinaries()).postgres, join(draft, 'postgres')]));
    if (owner) await chownFolder(join(draft, 'postgres'), owner);
    const result = await recover({ ...config, dataDir: draft }, manifest.at);
    // Inside: the folder above is root's, and perhaps on another disk.
    const aside = join(dataDir, asideName(new Date(), dataDir));
    if (present.length > 0) mkdirSync(aside, { mode: 0o700 });
    for (const part of present) renameSync(join(dataDir, part), join(aside, part));
    for (const part of RESTORED.filter((name) => existsSync(join(draft, name)))) renameSync(join(draft, part), join(dataDir, part));
    const settings = join(dataDir, RESTORED_SETTINGS);
    return {
      at: manifest.at,
      ...result,
      ...(present.length > 0 ? { aside } : {}),
      ...(existsSync(settings) ? { settings } : {}),
    };
  } finally {
    // Half an installation, where it was refused: nobody needs it, and it may be large.
    rmSync(draft, { recursive: true, force: true });
    ledger.release();
  }
}

/** Lets PostgreSQL replay its log to the moment of the backup, and holds what was waiting to be mailed. */
async function recover(config: StackConfig, at: string): Promise<Pick<Restored, 'counts' | 'held'>> {
  // On ports of its own: those of the installation may be in use by another one, which is no reason to refuse.
  const base = await freePortBase();
  const { ports } = readStackConfig({ ZHUDIAN_PORT_BASE: String(base) });
  const stack = await Stack.open({ ...config, ports });
  try {
    await stack.postgres.start();
    const directus = await stack.connect('directus');
    const held = await holdMails(directus, config.repository, at);
    const counts = await countRows(directus);
    await directus.end();
    return { counts, held };
  } finally {
    await stack.close();
  }
}
