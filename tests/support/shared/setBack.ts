import { join } from 'node:path';
import type { Part } from '../../../scripts/stack/Part.ts';
import type { Stack } from '../../../scripts/stack/Stack.ts';
import type { TestStack } from '../TestStack.ts';
import { waitFor } from '../waitFor.ts';
import { endRuns } from './endRuns.ts';
import { restoreUploads } from './restoreUploads.ts';
import { swapDatabase } from './swapDatabase.ts';

/**
 * Sets a stack back to how it was when the first file found it. Its parts go on running, unless the last file stopped one or started it with settings of its
 * own. What is not set back: n8n's database, and what our extension remembers of log-ins that failed.
 *
 * @param template the data folder it was copied from
 */
export async function setBack({ stack, smtp, admin }: Pick<TestStack, 'stack' | 'smtp' | 'admin'>, template: string): Promise<void> {
  const { postgres, mail, directus, directusProvisioning, n8n } = stack;
  for (const part of [...stack.joined, directusProvisioning]) await part.stop();
  await asStarted(postgres);
  await swapDatabase(stack);
  await restoreUploads(join(template, 'uploads'), join(stack.config.dataDir, 'uploads'));
  await Promise.all([mail, directus, n8n].map(asStarted));
  // What still ran has written into the new one.
  if (await endRuns(stack)) await swapDatabase(stack);
  const { status } = await admin.send('POST', '/utils/cache/clear?system');
  if (status !== 200) throw new Error(`Directus does not clear its caches: ${status}`);
  await hears(stack);
  await smtp.setBack();
}

/** Starts a part again unless it runs as it was started at first. */
async function asStarted(part: Part): Promise<void> {
  const isSame = part.state === 'running' && Object.keys(part.added).length === 0 && (await part.healthy());
  if (!isSame) await part.restart();
}

/** n8n has asked for events of late. */
async function hears(stack: Stack): Promise<void> {
  const client = await stack.connect('directus');
  try {
    await waitFor(
      'n8n asks for events',
      async () =>
        (
          await client.query(`SELECT 1 FROM zhudian_heartbeats WHERE part = 'n8n' AND at > greatest($1, now() - interval '30 seconds')`, [
            stack.n8n.startedAt,
          ])
        ).rowCount === 1,
      60,
    );
  } finally {
    await client.end();
  }
}
