import { existsSync, readdirSync } from 'node:fs';
import { PRODUCTION_FILE } from '../production/productionMark.ts';
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

/** What a restore has put aside. */
const ASIDE = /^before-\d{8}T\d{6}Z(?:-\d+)?$/;

/** Refuses a folder with anything in it that a stack does not make: a mistyped ZHUDIAN_DATA_DIR must never mix with, or delete, somebody's files. */
export function assertOurFolder(dataDir: string): void {
  const foreign = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => !OURS.has(name) && !ASIDE.test(name)) : [];
  if (foreign.length === 0) return;
  throw new StackError(
    `${dataDir} holds files that are not Zhudian's: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ' …' : ''}.`,
    'Choose an empty or new folder for ZHUDIAN_DATA_DIR.',
  );
}
