import type pg from 'pg';

/** Runs `work` while the tables' own triggers are switched off; keys, checks and indexes stay. */
export async function withoutTriggers<T>(tables: readonly string[], database: pg.Client, work: () => Promise<T>): Promise<T> {
  for (const table of tables) await database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  try {
    return await work();
  } finally {
    for (const table of tables) await database.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
}
