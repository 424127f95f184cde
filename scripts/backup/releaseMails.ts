import type pg from 'pg';

/** Somebody has looked at what a restore held. Answers how many held mails are still in the ledger. Ends the client. */
export async function releaseMails(directus: pg.Client): Promise<number> {
  try {
    await directus.query('UPDATE zhudian_restores SET released_at = clock_timestamp() WHERE released_at IS NULL');
    const { rows } = await directus.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM deliveries WHERE status = 'dead' AND starts_with(error, zhudian_hold_reason())`,
    );
    return rows[0]?.left ?? 0;
  } finally {
    await directus.end();
  }
}
