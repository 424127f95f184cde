import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../build/fingerprint.ts';
import type { Stack } from '../stack/Stack.ts';
import { StackError } from '../stack/StackError.ts';
import type { Step } from '../stack/Step.ts';
import { directusClient } from './directusClient.ts';
import { ensureUsers } from './ensureUsers.ts';
import { migrate } from './migrate.ts';
import { provisionLedger } from './provisionLedger.ts';
import { today } from './today.ts';

/** What a provisioned Directus depends on; when none of it changed, the steps are skipped. */
const INPUTS = ['schema', 'scripts/provision', 'scripts/schema', 'node_modules/directus/package.json'];

export function directusSteps(stack: Stack): Step[] {
  const { config, secrets } = stack;
  const inputs = fingerprint(config.repository, INPUTS, config.demo, secrets.automationToken, secrets.demoPasswords);
  const admin = async () => directusClient(config.urls.directus, 'admin@zhudian.example.org', secrets.adminPassword);
  let due = true;
  const step = (title: string, run: NonNullable<Step['run']>): Step => ({ title, run: async (say) => (due ? run(say) : 'unchanged') });
  return [
    {
      title: 'What changed',
      run: async () => {
        assertDirectusVersion(config.repository);
        due = (await withDatabase(stack, async (client) => (await provisionLedger(client)).fingerprintOf('directus'))) !== inputs;
        return due ? 'the schema is provisioned' : 'nothing';
      },
    },
    step('Directus tables', async () => {
      await stack.run('directus-bootstrap', [join(config.repository, 'node_modules/directus/cli.js'), 'bootstrap'], stack.directusProvisioning);
      await stack.directusProvisioning.start();
      return undefined;
    }),
    step('Collections, roles, permissions', async () => {
      if (!existsSync(join(config.repository, 'schema/directus'))) return 'none yet';
      const { pushSchema } = await import('../schema/pushSchema.ts');
      await pushSchema({ url: config.urls.directus, token: (await admin()).token });
      return undefined;
    }),
    step('Triggers, checks, indexes', async () => {
      const applied = await withDatabase(stack, async (client) => migrate(client, join(config.repository, 'schema/sql')));
      return `${applied.length} applied`;
    }),
    step('Reference data and logins', async () => {
      const { seedReference } = await import('./seed.ts');
      await withDatabase(stack, async (client) => seedReference(client, { uploads: join(config.dataDir, 'uploads') }));
      return ensureUsers(await admin(), secrets, config.demo);
    }),
    step('Demo data', async () => {
      if (!config.demo) return 'left out (ZHUDIAN_DEMO=false)';
      const { seedDemo } = await import('./seed.ts');
      await withDatabase(stack, async (client) => seedDemo(client, { today: today(new Date()) }));
      return undefined;
    }),
    step('Provisioning finished', async () => {
      await stack.directusProvisioning.stop();
      await withDatabase(stack, async (client) => (await provisionLedger(client)).record('directus', inputs));
      return undefined;
    }),
  ];
}

/** Directus 12 without a licence key ignores custom permission rules: rows of one county would be open to all. */
function assertDirectusVersion(repository: string): void {
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/directus/package.json'), 'utf8')) as { version: string };
  if (version.startsWith('11.')) return;
  throw new StackError(
    `Directus ${version} is installed; Zhudian needs the line 11 (11.17.4): later ones ignore custom permission rules without a licence key.`,
    'Restore package-lock.json (git checkout package-lock.json), delete node_modules and run npm start.',
  );
}

async function withDatabase<T>(stack: Stack, work: (client: Awaited<ReturnType<Stack['connect']>>) => Promise<T>): Promise<T> {
  const client = await stack.connect('directus');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
