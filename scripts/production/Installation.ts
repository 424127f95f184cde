import type pg from 'pg';

/** Whose a database is, and what brought it up to date last: the one row of `zhudian_installation`. */
export interface Installation {
  /** Of the schema (`schema/level.json`); it only grows. */
  readonly level: number;
  readonly version: string;
  /** Of the checkout, shortened; null where there was no git. */
  readonly commit: string | null;
  /** When an office began to work with it. */
  readonly production_since: Date | null;
  /** When it was first started for a drill. */
  readonly drill_since: Date | null;
}

/** Undefined in a database of before, or one that is only being made. */
export async function readInstallation(directus: pg.ClientBase): Promise<Installation | undefined> {
  const { rows: there } = await directus.query<{ there: boolean }>("SELECT to_regclass('zhudian_installation') IS NOT NULL AS there");
  if (there[0]?.there !== true) return undefined;
  const { rows } = await directus.query<Installation>('SELECT level, version, commit, production_since, drill_since FROM zhudian_installation');
  return rows[0];
}

/** Notes what starts on the database; its level never sinks. */
export async function noteVersion(
  directus: pg.ClientBase,
  { level, version, commit }: Pick<Installation, 'level' | 'version' | 'commit'>,
): Promise<void> {
  await directus.query(
    `CREATE TABLE IF NOT EXISTS zhudian_installation (id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1), level integer NOT NULL, version text NOT NULL,
       commit text, production_since timestamptz, drill_since timestamptz)`,
  );
  await directus.query(
    `INSERT INTO zhudian_installation AS kept (level, version, commit) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET level = greatest(kept.level, excluded.level), version = excluded.version, commit = excluded.commit`,
    [level, version, commit],
  );
}

/** Notes, once, what a database is used for. */
export async function notePurpose(directus: pg.ClientBase, purpose: 'production' | 'drill'): Promise<void> {
  await directus.query(`UPDATE zhudian_installation SET ${purpose}_since = coalesce(${purpose}_since, now())`);
}
