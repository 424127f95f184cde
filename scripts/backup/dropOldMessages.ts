import type pg from 'pg';

/**
 * Lets go of the bytes of mails that left over a year ago; what is in the archive just made is in it still. Answers how many those are.
 * Ends the client.
 */
export async function dropOldMessages(directus: pg.Client): Promise<number> {
  try {
    // A database that this version has not been started with has no such function yet.
    const { rows: there } = await directus.query<{ there: boolean }>("SELECT to_regproc('zhudian_drop_old_messages') IS NOT NULL AS there");
    if (there[0]?.there !== true) return 0;
    const { rows } = await directus.query<{ dropped: number }>('SELECT zhudian_drop_old_messages() AS dropped');
    return rows[0]?.dropped ?? 0;
  } finally {
    await directus.end();
  }
}
