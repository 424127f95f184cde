import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { ProcessLedger } from '../../scripts/stack/ProcessLedger.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { copyFolder } from './copyFolder.ts';
import { keepPristine } from './shared/keepPristine.ts';
import { testConfig } from './testConfig.ts';

/** A data folder with everything provisioned and nobody running on it, and the ports it was made with. */
export interface StackTemplate {
  readonly dataDir: string;
  readonly portBase: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker, so that the stacks of two have ports of their own and neither is provisioned again. */
    readonly stackTemplates: readonly StackTemplate[];
    /** A folder with a file for each stack that a worker's files share, named after its data folder: a worker is ended without being asked. */
    readonly sharedStacks: string;
  }
}

/**
 * Provisions a stack once for all files of a run: each starts on a copy of its data folder (`ownStack`). Where `npm test` runs several projects it
 * names a folder for them in ZHUDIAN_TEST_TEMPLATE: the first one provisions, the others find it there.
 */
export default async function provisionTemplate(project: TestProject): Promise<() => Promise<void>> {
  const shared = process.env['ZHUDIAN_TEST_TEMPLATE'];
  const known = shared && join(shared, 'templates.json');
  const sharedStacks = await mkdtemp(join(tmpdir(), 'zhudian-stacks-'));
  project.provide('sharedStacks', sharedStacks);
  if (known && existsSync(known)) {
    project.provide('stackTemplates', JSON.parse(await readFile(known, 'utf8')) as StackTemplate[]);
    return async () => await clear(sharedStacks);
  }
  const folder = shared ?? (await mkdtemp(join(tmpdir(), 'zhudian-template-')));
  await chmod(folder, 0o711); // under root PostgreSQL runs as an account of its own
  const templates: StackTemplate[] = [];
  for (let worker = 0; worker < project.config.maxWorkers; worker += 1) {
    const template = { dataDir: join(folder, String(worker)), portBase: await freePortBase() };
    // The next one is the first with other addresses.
    if (templates[0]) await copyFolder(templates[0].dataDir, template.dataDir);
    else await mkdir(template.dataDir, { recursive: true });
    const stack = await startStack(testConfig(template.dataDir, template.portBase));
    if (worker === 0) {
      await Promise.all([stack.n8n.stop(), stack.directus.stop()]);
      await keepPristine(stack);
    }
    await stack.close();
    templates.push(template);
  }
  if (known) await writeFile(known, JSON.stringify(templates));
  project.provide('stackTemplates', templates);
  return async () => {
    await clear(sharedStacks);
    if (!shared) await remove(folder);
  };
}

/** Ends and removes what the workers have left. */
async function clear(sharedStacks: string): Promise<void> {
  for (const name of await readdir(sharedStacks)) {
    const dataDir = join(tmpdir(), name);
    const ledger = new ProcessLedger(dataDir);
    // The last worker may be about to end.
    for (let wait = 0; wait < 100 && ledger.runningOwner() !== undefined; wait += 1) await pause(200);
    await ledger.take();
    await remove(dataDir);
  }
  await remove(sharedStacks);
}

const remove = async (folder: string): Promise<void> => await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
