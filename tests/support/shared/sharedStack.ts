import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { stackTemplate, openTestStack, ownStack, type RunningTestStack } from '../TestStack.ts';
import { setBack } from './setBack.ts';

let shared: RunningTestStack | undefined;

/**
 * The stack that the files of this worker share, as the template made it: the first file starts it, each next one has it set back, and it ends with the worker.
 * After a failure it is kept for whoever looks into it, and the next file starts another one: a red file makes no other one red.
 */
export async function sharedStack(): Promise<RunningTestStack> {
  const here = shared ? await renewed(shared) : await begun();
  return {
    ...here,
    close: async (failed) => {
      await here.database.end().catch(() => undefined);
      if (!failed) return;
      await endSharedStack(true);
    },
  };
}

/** Ends it where one runs: a worker has one stack at a time. */
export async function endSharedStack(failed = false): Promise<void> {
  const ending = shared;
  shared = undefined;
  if (!ending) return;
  await ending.close(failed);
  await rm(noteOf(ending), { force: true });
}

const noteOf = ({ stack }: RunningTestStack): string => join(inject('sharedStacks'), basename(stack.config.dataDir));

async function begun(): Promise<RunningTestStack> {
  shared = await ownStack();
  const { stack } = shared;
  await writeFile(noteOf(shared), '');
  // vitest ends a worker without asking it; what is left of the stack, whoever started the run clears away (`provisionTemplate`).
  const end = (): void => {
    for (const part of [stack.n8n, stack.directus, stack.mail]) part.signal('SIGKILL');
    stack.postgres.signal('SIGINT');
  };
  process.once('exit', end);
  process.once('SIGTERM', () => {
    end();
    process.exit(0);
  });
  return shared;
}

async function renewed(used: RunningTestStack): Promise<RunningTestStack> {
  try {
    await setBack(used, stackTemplate().dataDir);
    return (shared = { ...used, ...(await openTestStack(used.stack)) });
  } catch (error) {
    process.stderr.write(`The shared stack cannot be set back (${String(error)}); another one is started.\n`);
    await endSharedStack(true);
    return await begun();
  }
}
