import type { Knex } from 'knex';

/** The county that a login belongs to; null when it belongs to none. */
export async function countyOf(user: string | null | undefined, database: Knex): Promise<string | null> {
  if (!user) return null;
  const row: { county: string | null } | undefined = await database('directus_users').where({ id: user }).first('county');
  return row?.county ?? null;
}
