import { prepareDatabases } from '../../../scripts/stack/prepareDatabases.ts';
import type { Stack } from '../../../scripts/stack/Stack.ts';
import { PRISTINE } from './keepPristine.ts';

/**
 * Puts a new copy of the pristine database in the place of the one that was worked with: rows, sequences, triggers, columns, whatever was changed. Whoever was
 * connected is cut off, as by a restart of PostgreSQL, and connects again.
 */
export async function swapDatabase(stack: Stack): Promise<void> {
  const before = await stack.connect('directus');
  // Heard of a moment ago stays so. Numbers of events go on: n8n and Directus remember some.
  const { rows: beats } = await before.query(`SELECT part, at, detail FROM zhudian_heartbeats WHERE at > now() - interval '30 seconds'`);
  const { rows: numbers } = await before.query<{ last: string }>(`SELECT last_value AS last FROM outbox_seq`);
  await before.end();
  const superuser = await stack.connect('postgres');
  try {
    await superuser.query(`CREATE DATABASE directus_next TEMPLATE ${PRISTINE} OWNER directus`);
    await superuser.query('ALTER DATABASE directus ALLOW_CONNECTIONS false');
    await superuser.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'directus'`);
    await superuser.query('ALTER DATABASE directus RENAME TO directus_spent');
    await superuser.query('ALTER DATABASE directus_next RENAME TO directus');
    await superuser.query('DROP DATABASE directus_spent');
  } finally {
    await superuser.end();
  }
  await prepareDatabases(stack);
  const after = await stack.connect('directus');
  await after.query(`SELECT setval('outbox_seq', $1::bigint + 1000)`, [numbers[0]?.last]);
  for (const { part, at, detail } of beats as { part: string; at: Date; detail: unknown }[])
    await after.query(
      `INSERT INTO zhudian_heartbeats (part, at, detail) VALUES ($1, $2, $3) ON CONFLICT (part) DO UPDATE SET at = excluded.at, detail = excluded.detail`,
      [part, at, JSON.stringify(detail)],
    );
  await after.end();
}
