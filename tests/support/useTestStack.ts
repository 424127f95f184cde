import { afterAll, beforeAll, type RunnerTestSuite } from 'vitest';
import { endSharedStack, sharedStack } from './shared/sharedStack.ts';
import type { RunningTestStack, TestStack } from './TestStack.ts';

/**
 * A stack for the tests of a file, with the demo and as it was provisioned; its data is kept and named when one failed.
 *
 * @param start `sharedStack`: the one the files of this worker share. A file asks for another one when it changes what is not set back between two files
 *   (`shared/setBack.ts`): n8n's workflows, parts of its own, or more than the parts begin with
 */
export function useTestStack(start: () => Promise<RunningTestStack> = sharedStack): TestStack {
  let running: RunningTestStack | undefined;
  beforeAll(async () => {
    if (start !== sharedStack) await endSharedStack();
    running = await start();
  }, 900_000);
  // vitest reads what a hook asks for from the braces.
  // eslint-disable-next-line no-empty-pattern
  afterAll(async ({}, suite) => {
    await running?.close(hasFailed(suite));
    running = undefined;
  }, 120_000);
  const up = (): RunningTestStack => {
    if (!running) throw new Error('The stack is up only while tests run: ask for it inside a test or a hook.');
    return running;
  };
  return {
    get stack() {
      return up().stack;
    },
    get smtp() {
      return up().smtp;
    },
    get database() {
      return up().database;
    },
    get admin() {
      return up().admin;
    },
    get sparePort() {
      return up().sparePort;
    },
  };
}

/** A test, or what is done before or after some of them. */
function hasFailed(suite: Pick<RunnerTestSuite, 'tasks' | 'result'>): boolean {
  return suite.result?.state === 'fail' || suite.tasks.some((task) => (task.type === 'suite' ? hasFailed(task) : task.result?.state === 'fail'));
}
