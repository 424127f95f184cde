import type { Step } from './Step.ts';

/** Runs steps without showing anything but, when asked, a line for each finished one. The first failure ends it, after those beside it. */
export async function runSteps(steps: Step[], concurrent = false, report?: (line: string) => void): Promise<void> {
  if (!concurrent) {
    for (const step of steps) await runStep(step, report);
    return;
  }
  const results = await Promise.allSettled(steps.map(async (step) => runStep(step, report)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function runStep(step: Step, report?: (line: string) => void): Promise<void> {
  const began = performance.now();
  const note = await step.run?.(() => undefined);
  if (step.steps) await runSteps(step.steps, step.concurrent, report);
  else report?.(`${step.title}${note ? ` (${note})` : ''} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
