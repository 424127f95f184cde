import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { ListrTask } from 'listr2';
import { runSteps } from './runSteps.ts';
import type { Step } from './Step.ts';

/** Runs steps and shows them on stderr: moving on a terminal, otherwise a line for each finished one. */
export async function showSteps(steps: Step[]): Promise<void> {
  if (!process.stderr.isTTY || !process.stdout.isTTY) {
    await runSteps(steps, false, (line) => process.stderr.write(`✓ ${line}\n`));
    return;
  }
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr), useIcons: true, toStderr: [] });
  await new Listr(steps.map(task), {
    concurrent: false,
    exitOnError: true,
    renderer: 'default',
    rendererOptions: { logger, collapseSubtasks: false, showErrorMessage: false, collapseErrors: true },
    registerSignalListeners: false,
  }).run();
}

function task(step: Step): ListrTask {
  return {
    title: step.title,
    task: async (_, self) => {
      const note = await step.run?.((text) => {
        self.output = text;
      });
      if (note !== undefined) self.title = `${step.title} (${note})`;
      return step.steps === undefined ? undefined : self.newListr(step.steps.map(task), { concurrent: step.concurrent ?? false, exitOnError: true });
    },
  };
}
