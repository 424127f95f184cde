import pg from 'pg';
import { databasePassword } from '../stack/databasePassword.ts';
import type { DatabaseName } from '../stack/databasePassword.ts';
import type { Patient } from './Patient.ts';
import { servicesTexts } from '../texts/doctorTexts.ts';

/** The rows of one query in one of the installation's databases. */
export async function query<Row extends pg.QueryResultRow>(patient: Patient, database: DatabaseName, sql: string): Promise<Row[]> {
  return await withClient(patient, database, async (client) => (await client.query<Row>(sql)).rows);
}

/** Looks with a connection of its own into one of the installation's databases. */
export async function withClient<T>({ config, secrets }: Patient, database: DatabaseName, look: (client: pg.Client) => Promise<T>): Promise<T> {
  if (secrets === undefined) throw new Error(servicesTexts.noSecrets());
  const client = new pg.Client({
    host: '127.0.0.1',
    port: config.ports.postgres,
    user: database,
    password: databasePassword(secrets, database),
    database,
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined); // the query rejects with the same error
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
  }
}
