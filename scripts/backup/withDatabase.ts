import pg from 'pg';
import { databasePassword } from '../stack/databasePassword.ts';
import type { DatabaseName } from '../stack/databasePassword.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { ProcessLedger } from '../stack/ProcessLedger.ts';
import { Stack } from '../stack/Stack.ts';
import type { StackConfig } from '../stack/StackConfig.ts';

export type Connect = (database: DatabaseName) => Promise<pg.Client>;

/** Works with the databases of a stack: those of a running one, or PostgreSQL alone is started for as long as it takes. */
export async function withDatabase<T>(config: StackConfig, work: (connect: Connect) => Promise<T>): Promise<T> {
  if (new ProcessLedger(config.dataDir).runningOwner() !== undefined) return await work(connectTo(config));
  const stack = await Stack.open(config);
  try {
    await stack.postgres.start();
    return await work(async (database) => stack.connect(database));
  } finally {
    await stack.close();
  }
}

function connectTo(config: StackConfig): Connect {
  const secrets = loadSecrets(config.dataDir);
  return async (database) => {
    const password = databasePassword(secrets, database);
    const client = new pg.Client({ host: '127.0.0.1', port: config.ports.postgres, user: database, password, database });
    client.on('error', () => undefined); // the query under way rejects with the same error
    await client.connect();
    return client;
  };
}
