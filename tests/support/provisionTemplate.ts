import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { testConfig } from './testConfig.ts';

/** A data folder with everything provisioned and nobody running on it, and the ports it was made with. */
export interface StackTemplate {
  readonly dataDir: string;
  readonly portBase: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly stackTemplate: StackTemplate;
  }
}

/**
 * Provisions a stack once for all files of a run: each starts on a copy of its data folder (`startTestStack`). Where `npm test` runs several projects it
 * names a folder for them in ZHUDIAN_TEST_TEMPLATE: the first one provisions, the others find it there.
 */
export default async function provisionTemplate(project: TestProject): Promise<() => Promise<void>> {
  const shared = process.env['ZHUDIAN_TEST_TEMPLATE'];
  const known = shared && join(shared, 'template.json');
  if (known && existsSync(known)) {
    project.provide('stackTemplate', JSON.parse(await readFile(known, 'utf8')) as StackTemplate);
    return async () => undefined;
  }
  const dataDir = shared ? join(shared, 'data') : await mkdtemp(join(tmpdir(), 'zhudian-template-'));
  await mkdir(dataDir, { recursive: true });
  const template = { dataDir, portBase: await freePortBase() };
  const stack = await startStack(testConfig(dataDir, template.portBase));
  await stack.close();
  if (known) await writeFile(known, JSON.stringify(template));
  project.provide('stackTemplate', template);
  return async () => {
    if (!shared) await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
}
