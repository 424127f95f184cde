import type { Knex } from 'knex';

/** How far a rehearsal's clock is ahead of the server's, in PostgreSQL's words; null where none is set, as it is in production. */
export async function clockAhead(database: Knex): Promise<string | null> {
  const { rows } = await database.raw<{ rows: { ahead: string }[] }>('SELECT ahead::text FROM zhudian_clock');
  return rows[0]?.ahead ?? null;
}
