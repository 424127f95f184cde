import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StackError } from '../stack/StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/** The number of the advisory lock that keeps two provisioners apart ("驻点" has no meaning to PostgreSQL; any constant does). */
const LOCK = 7_902_001;

/**
 * Applies `NNN-name.sql` of a folder in order, each in its own transaction and recorded with its hash. A changed file is
 * applied again, and with `again` every file is: they are written to bear that. Answers the names applied.
 */
export async function migrate(client: pg.Client, folder: string, { again = false } = {}): Promise<string[]> {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{3}-[\w-]+\.sql$/.test(name))
        .sort()
    : [];
  const applied: string[] = [];
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists zhudian_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from zhudian_migrations');
    const known = new Map(rows.map((row) => [row.name, row.hash]));
    for (const name of files) {
      const sql = readFileSync(join(folder, name), 'utf8');
      const hash = createHash('sha256').update(sql).digest('hex');
      if (!again && known.get(name) === hash) continue;
      await apply(client, name, sql, hash);
      applied.push(name);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
  return applied;
}

async function apply(client: pg.Client, name: string, sql: string, hash: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      'insert into zhudian_migrations (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash, applied_at = now()',
      [name, hash],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const detail = cause instanceof Error ? cause.message : String(cause);
    const line = sql.slice(0, position(cause)).split('\n').length;
    throw new StackError(refusalTexts.sqlFailed(name, line, detail), refusalTexts.sqlRemedy(), {
      cause,
    });
  }
}

function position(cause: unknown): number {
  return cause instanceof Error && 'position' in cause ? Number(cause.position) : 0;
}
