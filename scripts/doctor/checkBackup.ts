import { lastBackup } from '../backup/lastBackup.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const LATE_HOURS = 48;

/** Whether backups that were begun with are still made. Where an office works with it, one missed night is forgiven, two are not. */
export async function checkBackup({ config }: Patient, now = new Date()): Promise<Finding[]> {
  const check = 'Backup';
  const last = lastBackup(config.dataDir);
  if (last === undefined) return [{ check, ok: true, detail: 'npm run backup has made none here yet' }];
  const hours = Math.floor((now.getTime() - new Date(last.at).getTime()) / 3_600_000);
  const detail = `the last whole one ${hours} hours ago: ${last.file}`;
  if (hours < LATE_HOURS || !config.production) return [{ check, ok: true, detail }];
  return [
    {
      check,
      ok: false,
      detail,
      remedy: 'Run the command of the nightly backup by hand and read what it says: the disk, the folder, the passphrase file.',
    },
  ];
}
