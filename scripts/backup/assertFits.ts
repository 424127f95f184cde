import { StackError } from '../stack/StackError.ts';
import type { Manifest } from './Manifest.ts';

/** Refuses an archive that what is installed here cannot read. An older one is fine: the next start brings it up to date. */
export function assertFits(backup: Manifest['versions'], here: Manifest['versions']): void {
  if (backup.postgres !== here.postgres || backup.platform !== here.platform) {
    throw new StackError(
      `The backup is of PostgreSQL ${backup.postgres} on ${backup.platform}; here is ${here.postgres} on ${here.platform}. Its files cannot be read by another.`,
      'Restore it on such a machine with the Zhudian version that made it, and move the databases with pg_dump from there.',
    );
  }
  for (const part of ['directus', 'n8n', 'zhudian'] as const) {
    if (backup[part].localeCompare(here[part], 'en', { numeric: true }) > 0) {
      throw new StackError(
        `The backup comes from ${part} ${backup[part]}, which is newer than ${here[part]} here.`,
        'Take the checkout that made the backup, or a later one.',
      );
    }
  }
}
