import type pg from 'pg';

/**
 * Somebody has looked at what a restore held: mails go out by themselves again, and what is still held counts as having arrived. Answers how
 * many those are. Ends the client.
 */
export async function releaseMails(directus: pg.Client): Promise<number> {
  try {
    await directus.query('BEGIN');
    await directus.query('UPDATE zhudian_restores SET released_at = clock_timestamp() WHERE released_at IS NULL');
    await directus.query("SELECT set_config('zhudian.released', 'yes', true)");
    const { rowCount } = await directus.query(
      `UPDATE deliveries SET status = 'closed' WHERE status = 'dead' AND starts_with(error, zhudian_hold_reason())`,
    );
    await directus.query('COMMIT');
    return rowCount ?? 0;
  } finally {
    await directus.end();
  }
}
