import type { Knex } from 'knex';

/** The number of a visit's rectification notice (发文字号), given now when it has none; null where the county's office does not number. */
export async function noticeNumber(visit: string, database: Knex): Promise<string | null> {
  const { rows } = await database.raw<{ rows: { number: string | null }[] }>('SELECT zhudian_notice_number(?) AS number', [visit]);
  return rows[0]?.number ?? null;
}
