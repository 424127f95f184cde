import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databasePassword } from '../stack/databasePassword.ts';
import { loadEnvironment } from '../stack/loadEnvironment.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/** Directus's database: the one that `DATABASE_URL` names, else the local stack's. The caller ends the client. */
export async function connectDatabase(): Promise<pg.Client> {
  loadEnvironment();
  const client = new pg.Client(process.env.DATABASE_URL ? { connectionString: process.env.DATABASE_URL } : local());
  client.on('error', () => undefined); // the query under way rejects with the same error
  await client.connect();
  return client;
}

function local(): pg.ClientConfig {
  const { dataDir, ports } = readStackConfig(process.env);
  if (!existsSync(join(dataDir, 'secrets.json'))) {
    throw new Error(`${dataDir} 中没有已安装的系统；请先 npm start，或用 ZHUDIAN_DATA_DIR、DATABASE_URL 指明数据库`);
  }
  return {
    host: '127.0.0.1',
    port: ports.postgres,
    user: 'directus',
    database: 'directus',
    password: databasePassword(loadSecrets(dataDir), 'directus'),
  };
}
