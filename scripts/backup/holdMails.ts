import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/**
 * Notes the restore and holds every mail that was waiting when the backup was made: it may have gone out since. What is composed later
 * about things from before the restore is held by a trigger (schema/sql/150-restores.sql). Answers how many mails are held.
 */
export async function holdMails(directus: pg.Client, repository: string, backupAt: string): Promise<number> {
  await directus.query('BEGIN');
  await directus.query(readFileSync(join(repository, 'schema/sql/150-restores.sql'), 'utf8'));
  await directus.query('INSERT INTO zhudian_restores (backup_at) VALUES ($1)', [backupAt]);
  const { rowCount } = await directus.query(
    `UPDATE deliveries SET status = 'dead', claim = NULL, lease_until = NULL, next_attempt_at = NULL,
       error = zhudian_hold_reason() || coalesce(E'\n' || error, '')
     WHERE status IN ('pending', 'sending', 'retry', 'unknown')`,
  );
  await directus.query('COMMIT');
  return rowCount ?? 0;
}
