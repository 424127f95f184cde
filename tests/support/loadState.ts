import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { prepareDatabases } from '../../scripts/stack/prepareDatabases.ts';
import { Stack } from '../../scripts/stack/Stack.ts';
import type { StackConfig } from '../../scripts/stack/StackConfig.ts';

const STATES = resolve(import.meta.dirname, '../fixtures/states');

/** The kept states of earlier versions, oldest first. */
export const keptStates = async (): Promise<string[]> =>
  (await readdir(STATES, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Makes a data folder as an earlier version had left it; `look` sees its database `directus` before anything of today's runs. */
export async function loadState(name: string, config: StackConfig, look: (stack: Stack) => Promise<void>): Promise<void> {
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(join(config.dataDir, 'secrets.json'), await readFile(join(STATES, 'secrets.json')), { mode: 0o600 });
  const stack = await Stack.open(config);
  try {
    await stack.postgres.start();
    await prepareDatabases(stack);
    for (const file of await readdir(join(STATES, name))) {
      const database = file === 'n8n.sql.gz' ? 'n8n' : 'directus';
      const client = await stack.connect(database);
      try {
        await client.query(gunzipSync(await readFile(join(STATES, name, file))).toString('utf8'));
      } finally {
        await client.end();
      }
    }
    await look(stack);
  } finally {
    await stack.close();
  }
}
