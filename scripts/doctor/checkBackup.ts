import { existsSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastBackup } from '../backup/lastBackup.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { backupTexts, checkNames } from '../texts/doctorTexts.ts';

const HOUR = 3_600_000;
const LATE_HOURS = 48;

/** Whether there is a backup that can be relied on. Where an office works, one missed night is forgiven, two are not; elsewhere nothing is asked. */
export async function checkBackup({ config }: Patient, now = new Date()): Promise<Finding[]> {
  const check = checkNames.backup();
  const finding = (ok: boolean, detail: string, remedy: string): Finding[] =>
    config.production ? [{ check, ok, detail, remedy }] : [{ check, ok: true, detail }];
  const last = lastBackup(config.dataDir);
  if (last === undefined) {
    const detail = backupTexts.none();
    if (hoursSince(installedAt(config.dataDir) ?? now, now) < LATE_HOURS) return [{ check, ok: true, detail }];
    return finding(false, detail, backupTexts.noneRemedy());
  }
  const hours = hoursSince(new Date(last.at), now);
  // Clocks are put right by seconds all the time; by hours they are not.
  if (hours < -1) return finding(false, backupTexts.ahead(last.at, last.file), backupTexts.aheadRemedy());
  const detail = backupTexts.last(Math.floor(hours), last.file);
  if (hours >= LATE_HOURS) return finding(false, detail, backupTexts.lateRemedy());
  if (last.elsewhere > 0) return finding(false, backupTexts.elsewhere(detail, last.elsewhere), backupTexts.elsewhereRemedy());
  const fault = await reach(last.file);
  if (fault === undefined) return [{ check, ok: true, detail }];
  if ((await reach(dirname(last.file))) === undefined) return finding(false, backupTexts.gone(fault, last.file), backupTexts.goneRemedy());
  return finding(true, backupTexts.hidden(detail, fault), backupTexts.hiddenRemedy());
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
