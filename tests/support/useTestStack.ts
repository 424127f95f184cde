import { afterAll, afterEach, beforeAll } from 'vitest';
import { startTestStack, type RunningTestStack, type TestStack } from './TestStack.ts';

/** A stack for the tests of a file: up before the first, gone after the last; its data is kept and named when one failed. With the demo, unless `start` says otherwise. */
export function useTestStack(start: () => Promise<RunningTestStack> = startTestStack): TestStack {
  let running: RunningTestStack | undefined;
  let failed = false;
  beforeAll(async () => {
    running = await start();
  }, 900_000);
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    await running?.close(failed);
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
