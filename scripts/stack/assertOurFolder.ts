import { existsSync, readdirSync } from 'node:fs';
import { isAside } from '../backup/asideName.ts';
import { PRODUCTION_FILE } from '../production/productionMark.ts';
import { folderTexts } from '../texts/folderTexts.ts';
import { START_FAILED_FILE } from './startAlarm.ts';
import { StackError } from './StackError.ts';

/** Everything a stack writes into its data folder; and `lost+found`, where that is a disk of its own. */
const OURS = new Set([
  ...['postgres', 'postgres.new', 'postgres.password', 'directus', 'uploads', 'n8n', 'mail', 'logs', 'workflows-replaced', 'restore.new'],
  ...['secrets.json', 'secrets.json.new', 'owner.json', 'processes.json', 'processes.json.new', 'last-backup.json', 'last-backup.json.new'],
  // The .env of a backup that was restored.
  'settings.env',
  START_FAILED_FILE,
  PRODUCTION_FILE,
  'lost+found',
]);

/** Refuses a folder with anything in it that a stack does not make: a mistyped ZHUDIAN_DATA_DIR must never mix with, or delete, somebody's files. */
export function assertOurFolder(dataDir: string): void {
  const foreign = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => !OURS.has(name) && !isAside(name)) : [];
  if (foreign.length === 0) return;
  throw new StackError(folderTexts.foreign(dataDir, foreign), folderTexts.foreignRemedy());
}
