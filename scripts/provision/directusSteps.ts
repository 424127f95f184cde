import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { fingerprint } from '../build/fingerprint.ts';
import { pushSchema } from '../schema/pushSchema.ts';
import type { Stack } from '../stack/Stack.ts';
import { StackError } from '../stack/StackError.ts';
import type { Step } from '../stack/Step.ts';
import { administratorToken } from './administratorToken.ts';
import { assertLoginAddress } from './assertLoginAddress.ts';
import { directusClient } from './directusClient.ts';
import type { DirectusClient } from './directusClient.ts';
import { ensureUsers } from './ensureUsers.ts';
import { migrate } from './migrate.ts';
import { notePrinted } from './notePrinted.ts';
import { provisionLedger } from './provisionLedger.ts';
import { rulesBroken } from './rulesBroken.ts';
import { seedDemo, seedReference } from './seed.ts';
import { today } from './today.ts';
import { refusalTexts, stepTexts } from '../texts/startTexts.ts';

/** A step's inputs: files and folders, and whatever else its result depends on. */
interface Inputs {
  files: string[];
  others?: unknown[];
}

/**
 * Everything Directus needs before it serves. Each step is recorded in the database with a fingerprint of its inputs and
 * skipped while they stay the same, so that a second start costs milliseconds; each bears being run again.
 */
export function directusSteps(stack: Stack): Step[] {
  const { config, secrets } = stack;
  const sql = join(config.repository, 'schema/sql');
  let pushed = false;

  const step = (title: string, key: string, { files, others = [] }: Inputs, work: (client: pg.Client) => Promise<string | undefined>): Step => ({
    title,
    run: async () => {
      const client = await stack.connect('directus');
      try {
        const ledger = await provisionLedger(client);
        const inputs = fingerprint(config.repository, files, ...others);
        if ((await ledger.fingerprintOf(key)) === inputs) return stepTexts.unchanged();
        const note = await work(client);
        await ledger.record(key, inputs);
        return note;
      } finally {
        await client.end();
      }
    },
  });

  return [
    step(stepTexts.tables(), 'directus-tables', { files: [], others: [directusVersion(config.repository)] }, async () => {
      assertLoginAddress(config.repository, config.adminEmail);
      await stack.run('directus-bootstrap', [join(config.repository, 'node_modules/directus/cli.js'), 'bootstrap'], stack.directusProvisioning);
      return undefined;
    }),
    step(stepTexts.collections(), 'directus-schema', { files: ['schema/directus', 'scripts/schema'] }, async (client) => {
      const kept = await pushSchema({ url: config.urls.directus, token: (await administrator(stack, client)).token });
      pushed = true;
      return kept.length > 0 ? stepTexts.kept(kept) : undefined;
    }),
    // After a push all files again: what it rebuilt may have lost its constraints.
    step(stepTexts.sql(), 'directus-sql', { files: ['schema/sql', 'schema/directus'] }, async (client) => {
      const applied = await migrate(client, sql, { again: pushed });
      const broken = await rulesBroken(client);
      return stepTexts.applied(applied.length, broken.length);
    }),
    step(stepTexts.reference(), 'directus-reference', { files: ['schema/seeds', 'schema/templates', 'scripts/provision'] }, async (client) => {
      await seedReference(client, { uploads: join(config.dataDir, 'uploads') });
      return undefined;
    }),
    step(
      stepTexts.logins(),
      'directus-logins',
      {
        files: ['scripts/provision', 'schema/roles.ts'],
        others: [config.demo, config.production, config.adminEmail, secrets.automationToken, secrets.adminPassword, secrets.demoPasswords],
      },
      async (client) => {
        const directus = await administrator(stack, client);
        assertLoginAddress(config.repository, config.adminEmail);
        const note = await ensureUsers(directus, secrets, config);
        // Directus asks every administrator for it, again and again, until it is there.
        await client.query('UPDATE directus_settings SET project_owner = $1 WHERE project_owner IS NULL', [config.adminEmail]);
        await notePrinted(client, directus, secrets, config);
        return note;
      },
    ),
    step(stepTexts.demo(), 'directus-demo', { files: ['scripts/provision'], others: [config.demo] }, async (client) => {
      if (!config.demo) return stepTexts.demoLeftOut();
      await seedDemo(client, { today: today(new Date()), uploads: join(config.dataDir, 'uploads') });
      return undefined;
    }),
    {
      title: stepTexts.provisioningFinished(),
      run: async () => {
        await stack.directusProvisioning.stop();
        return undefined;
      },
    },
  ];
}

/** Directus's API in the administrator's name; the provisioning Directus is started when somebody first needs it. */
async function administrator(stack: Stack, database: pg.Client): Promise<DirectusClient> {
  if (stack.directusProvisioning.state === 'stopped') await stack.directusProvisioning.start();
  return directusClient(stack.config.urls.directus, await administratorToken(database, stack.secrets));
}

/** Directus 12 without a licence key ignores custom permission rules: rows of one county would be open to all. */
function directusVersion(repository: string): string {
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/directus/package.json'), 'utf8')) as { version: string };
  if (version.startsWith('11.')) return version;
  throw new StackError(refusalTexts.directusVersion(version), refusalTexts.directusVersionRemedy());
}
