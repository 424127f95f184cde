import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accountName } from '../runtime/explainAccess.mjs';
import { folderTexts } from '../texts/folderTexts.ts';
import { StackError } from './StackError.ts';

/** Whose they are is not said by who starts Zhudian: under root PostgreSQL has an account of its own; a disk's `lost+found` is root's. */
const OF_OTHERS_ROOT = new Set(['postgres', 'postgres.new', 'lost+found']);
const OF_OTHERS = new Set(['lost+found']);

/**
 * Refuses a data folder that another account works with, before anything in it is written: by root, whose files the service could not read; and by the
 * service, after root has started it once.
 *
 * @param uid who runs this; undefined where there are no accounts
 */
export function assertOwnFolder(dataDir: string, uid = process.getuid?.()): void {
  if (uid === undefined) return;
  const owner = lstatSync(dataDir).uid;
  if (uid === 0 && owner !== 0)
    throw new StackError(folderTexts.notRoots(dataDir, accountName(owner)), folderTexts.notRootsRemedy(accountName(owner)));
  const spared = uid === 0 ? OF_OTHERS_ROOT : OF_OTHERS;
  const others = [...(owner === uid ? [] : ['.']), ...readdirSync(dataDir).filter((name) => !spared.has(name))].filter(
    (name) => lstatSync(join(dataDir, name)).uid !== uid,
  );
  if (others.length === 0) return;
  const theirs = accountName(lstatSync(join(dataDir, others[0] ?? '')).uid);
  throw new StackError(
    folderTexts.ofOthers(dataDir, others.slice(0, 5), theirs, accountName(uid)),
    folderTexts.ofOthersRemedy(dataDir, accountName(uid)),
  );
}
