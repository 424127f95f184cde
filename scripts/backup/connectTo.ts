import pg from 'pg';
import { databasePassword } from '../stack/databasePassword.ts';
import type { DatabaseName } from '../stack/databasePassword.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import type { StackConfig } from '../stack/StackConfig.ts';

export type Connect = (database: DatabaseName) => Promise<pg.Client>;

/** Connects to the databases of an installation whose PostgreSQL is up; the caller ends each client. */
export function connectTo(config: StackConfig): Connect {
  const secrets = loadSecrets(config.dataDir);
  return async (database) => {
    const password = databasePassword(secrets, database);
    const client = new pg.Client({ host: '127.0.0.1', port: config.ports.postgres, user: database, password, database });
    client.on('error', () => undefined); // the query under way rejects with the same error
    await client.connect();
    return client;
  };
}
