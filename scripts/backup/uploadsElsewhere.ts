import type pg from 'pg';

/** How many uploads lie in another storage than the folder beside the databases: a backup has their rows and not their bytes. */
export async function uploadsElsewhere(directus: pg.Client): Promise<number> {
  const { rows } = await directus.query<{ count: number }>("SELECT count(*)::int AS count FROM directus_files WHERE storage <> 'local'");
  return rows[0]?.count ?? 0;
}
