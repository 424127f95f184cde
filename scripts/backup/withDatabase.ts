import { ProcessLedger } from '../stack/ProcessLedger.ts';
import { Stack } from '../stack/Stack.ts';
import type { StackConfig } from '../stack/StackConfig.ts';
import { connectTo } from './connectTo.ts';
import type { Connect } from './connectTo.ts';

/** Works with the databases of a stack: those of a running one, or PostgreSQL alone is started for as long as it takes. */
export async function withDatabase<T>(config: StackConfig, work: (connect: Connect) => Promise<T>): Promise<T> {
  if (new ProcessLedger(config.dataDir).runningOwner() !== undefined) return await work(connectTo(config));
  const stack = await Stack.open(config);
  try {
    await stack.postgres.start();
    return await work(async (database) => stack.connect(database));
  } finally {
    await stack.close();
  }
}
