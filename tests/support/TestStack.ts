import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { inject } from 'vitest';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { StackConfig } from '../../scripts/stack/StackConfig.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { Api } from './Api.ts';
import { copyFolder } from './copyFolder.ts';
import { FaultySmtp } from './FaultySmtp.ts';
import type { StackTemplate } from './provisionTemplate.ts';
import { relayPort, testConfig } from './testConfig.ts';

/** Seconds until the watchdog takes over, in tests: long enough for n8n, short enough to wait for. */
export const HANDOVER_SECONDS = 6;

/** A whole stack of its own, with a relay whose moods the test sets. */
export interface TestStack {
  readonly stack: Stack;
  readonly smtp: FaultySmtp;
  readonly database: pg.Client;
  readonly admin: Api;
  /** A port of this stack's own for one more part. */
  readonly sparePort: number;
}

export interface RunningTestStack extends TestStack {
  /** Removes the data folder, or keeps and names it on failure. */
  close(failed: boolean): Promise<void>;
}

/** What this worker's stacks are copies of. */
export function stackTemplate(): StackTemplate {
  const templates = inject('stackTemplates');
  const template = templates[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % templates.length];
  if (!template) throw new Error('no template was provisioned for this run');
  return template;
}

/** Starts a stack with its own ports and data folder, a copy of the run's template. */
export async function ownStack(): Promise<RunningTestStack> {
  const template = stackTemplate();
  const dataDir = await newDataDir();
  await copyFolder(template.dataDir, dataDir);
  // On the template's ports nothing has to be provisioned again: n8n's credential names Directus's address.
  const base = await freePortBase(template.portBase);
  return await run(dataDir, testConfig(dataDir, base));
}

/** Starts what an office has on its first day: provisioned anew, without the demo, on ports of its own. */
export async function startEmptyStack(): Promise<RunningTestStack> {
  const dataDir = await newDataDir();
  return await run(dataDir, testConfig(dataDir, await freePortBase(), { ZHUDIAN_DEMO: 'false' }));
}

const newDataDir = async (): Promise<string> => await mkdtemp(join(tmpdir(), 'zhudian-test-'));

async function run(dataDir: string, config: StackConfig): Promise<RunningTestStack> {
  const base = config.ports.directus - 5;
  const smtp = new FaultySmtp(relayPort(base));
  await smtp.listen();
  const stack = await startStack(config);
  const { database, admin } = await openTestStack(stack);
  return {
    stack,
    smtp,
    database,
    admin,
    sparePort: base + 2,
    close: async (failed) => {
      await database.end().catch(() => undefined);
      await stack.discard();
      await smtp.close();
      if (failed) process.stderr.write(`The stack's data and logs are kept in ${dataDir}\n`);
      else await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** What a file works with: a client of the database, and the administrator. */
export async function openTestStack(stack: Stack): Promise<Pick<TestStack, 'database' | 'admin'>> {
  const database = await connectForever(stack);
  await database.query('UPDATE settings SET handover_seconds = $1', [HANDOVER_SECONDS]);
  const admin = await Api.login(stack.config.urls.directus, 'admin@zhudian.example.org', stack.secrets.adminPassword);
  return { database, admin };
}

/** A client whose queries survive a restart of the database: it connects anew when the old connection is gone. */
async function connectForever(stack: Stack): Promise<pg.Client> {
  let client = await stack.connect('directus');
  const query = async (...parameters: unknown[]): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (client.query as (...given: unknown[]) => Promise<unknown>)(...parameters);
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        const gone = !code || code.startsWith('57') || code.startsWith('08') || /terminated|not queryable|ECONN/.test(message);
        if (!gone || attempt > 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
        client = await stack.connect('directus').catch(() => client);
      }
    }
  };
  return new Proxy(client, {
    get: (_, name) => {
      if (name === 'query') return query;
      const value: unknown = Reflect.get(client, name, client);
      return typeof value === 'function' ? (value.bind(client) as unknown) : value;
    },
  });
}
