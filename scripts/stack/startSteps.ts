import { buildSteps } from '../build/buildSteps.ts';
import { directusSteps } from '../provision/directusSteps.ts';
import { n8nSteps } from '../provision/n8nSteps.ts';
import { prepareDatabases } from './prepareDatabases.ts';
import type { Part } from './Part.ts';
import type { Stack } from './Stack.ts';
import type { Step } from './Step.ts';

/** Everything between an open stack and a healthy one. Directus and n8n come up side by side: neither waits for the other. */
export function startSteps(stack: Stack): Step[] {
  return [
    {
      title: 'Foundations',
      concurrent: true,
      steps: [
        ...buildSteps(stack.config),
        {
          title: 'PostgreSQL',
          run: async () => {
            await stack.postgres.start();
            await prepareDatabases(stack);
            return undefined;
          },
        },
        startStep(stack.mail),
      ],
    },
    {
      title: 'Services',
      concurrent: true,
      steps: [
        { title: 'Directus', steps: [...directusSteps(stack), startStep(stack.directus)] },
        { title: 'n8n', steps: [...n8nSteps(stack), startStep(stack.n8n)] },
      ],
    },
  ];
}

function startStep(part: Part): Step {
  return {
    title: `${part.spec.title} up`,
    run: async () => {
      await part.start();
      return undefined;
    },
  };
}
