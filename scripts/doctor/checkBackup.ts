import { existsSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastBackup } from '../backup/lastBackup.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

const HOUR = 3_600_000;
const LATE_HOURS = 48;

/** Whether there is a backup that can be relied on. Where an office works, one missed night is forgiven, two are not; elsewhere nothing is asked. */
export async function checkBackup({ config }: Patient, now = new Date()): Promise<Finding[]> {
  const check = 'Backup';
  const finding = (ok: boolean, detail: string, remedy: string): Finding[] =>
    config.production ? [{ check, ok, detail, remedy }] : [{ check, ok: true, detail }];
  const last = lastBackup(config.dataDir);
  if (last === undefined) {
    const detail = 'none was ever made of this data folder';
    if (hoursSince(installedAt(config.dataDir) ?? now, now) < LATE_HOURS) return [{ check, ok: true, detail }];
    return finding(false, detail, 'Make one now and set up the nightly one: docs/operations.md, "Back up".');
  }
  const hours = hoursSince(new Date(last.at), now);
  // Clocks are put right by seconds all the time; by hours they are not.
  if (hours < -1)
    return finding(
      false,
      `the last one is dated in the future (${last.at}): ${last.file}`,
      'The clock was wrong when it was made, or is now: look at the clock of this machine, then make a backup.',
    );
  const detail = `the last whole one ${Math.floor(hours)} hours ago: ${last.file}`;
  if (hours >= LATE_HOURS)
    return finding(false, detail, 'Run the command of the nightly backup by hand and read what it says: the disk, the folder, the passphrase file.');
  if (last.elsewhere > 0)
    return finding(
      false,
      `${detail}; ${last.elsewhere} uploads are not in it, since they lie in another storage`,
      'Back that storage up by its own means, or bring these files back into the folder of uploads.',
    );
  const fault = await reach(last.file);
  if (fault === undefined) return [{ check, ok: true, detail }];
  if ((await reach(dirname(last.file))) === undefined)
    return finding(
      false,
      `the last one is not there any more (${fault}): ${last.file}`,
      'Is the disk or share with the archives mounted? Make a backup, and find out who takes archives away.',
    );
  return finding(
    true,
    `${detail}, whose folder cannot be looked into from here (${fault})`,
    'Look yourself whether it is there: a share that is not mounted, or a folder of another account.',
  );
}

function hoursSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / HOUR;
}

/** When this data folder got its secrets: at the first start, or by a restore. */
function installedAt(dataDir: string): Date | undefined {
  const secrets = join(dataDir, 'secrets.json');
  return existsSync(secrets) ? statSync(secrets).mtime : undefined;
}

/** What keeps us from a path, in the system's word for it; undefined when nothing does. */
async function reach(path: string): Promise<string | undefined> {
  return await access(path).then(
    () => undefined,
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error),
  );
}
