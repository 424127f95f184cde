import { runSteps } from './runSteps.ts';
import { Stack } from './Stack.ts';
import type { StackConfig } from './StackConfig.ts';
import { startSteps } from './startSteps.ts';

/** Opens, starts and provisions a whole stack; on a failure everything is stopped again. `report` gets a line a step. */
export async function startStack(config: StackConfig, report?: (line: string) => void): Promise<Stack> {
  const stack = await Stack.open(config);
  try {
    await runSteps(startSteps(stack), false, report);
    return stack;
  } catch (error) {
    await stack.close();
    throw error;
  }
}
