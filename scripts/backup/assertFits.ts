import { StackError } from '../stack/StackError.ts';
import type { Manifest } from './Manifest.ts';
import { archiveTexts } from '../texts/archiveTexts.ts';

/** Refuses an archive that what is installed here cannot read. An older one is fine: the next start brings it up to date. */
export function assertFits(backup: Manifest['versions'], here: Manifest['versions']): void {
  if (backup.postgres !== here.postgres || backup.platform !== here.platform) {
    throw new StackError(
      archiveTexts.otherMachine(archiveTexts.postgresOn(backup.postgres, backup.platform), archiveTexts.postgresOn(here.postgres, here.platform)),
      archiveTexts.otherMachineRemedy(),
    );
  }
  for (const part of ['directus', 'n8n', 'zhudian'] as const) {
    if (backup[part].localeCompare(here[part], 'en', { numeric: true }) > 0) {
      throw new StackError(archiveTexts.newer(part, backup[part], here[part]), archiveTexts.newerRemedy());
    }
  }
}
