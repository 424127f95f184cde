import { mkdtemp, rm } from 'node:fs/promises';
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

/** Provisions a stack once for all files of a run: each starts on a copy of its data folder (`startTestStack`). */
export default async function provisionTemplate(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-template-'));
  const portBase = await freePortBase();
  const stack = await startStack(testConfig(dataDir, portBase));
  await stack.close();
  project.provide('stackTemplate', { dataDir, portBase });
  return async () => {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
}
