import pg from 'pg';
import { databasePassword } from './databasePassword.ts';
import type { Stack } from './Stack.ts';

/**
 * Makes the databases `directus` and `n8n`, each owned by an account of its own name, where they are missing, and closes both to each
 * other's account: at every start, since a database that was brought back from a dump is open to all.
 */
export async function prepareDatabases(stack: Pick<Stack, 'connect' | 'secrets'>): Promise<void> {
  const client = await stack.connect('postgres');
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const present = new Set(rows.map((row) => row.datname));
    for (const name of ['directus', 'n8n'] as const) {
      if (!present.has(name)) {
        const password = pg.escapeLiteral(databasePassword(stack.secrets, name));
        // The account may be there from a start that was cut off between the two.
        await client.query(`do $$ begin create role ${name} login; exception when duplicate_object then null; end $$`);
        await client.query(`alter role ${name} login password ${password}`);
        await client.query(`create database ${name} owner ${name}`);
      }
      await client.query(`revoke connect on database ${name} from public`);
    }
  } finally {
    await client.end();
  }
}
