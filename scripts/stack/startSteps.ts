import { buildSteps } from '../build/buildSteps.ts';
import { directusSteps } from '../provision/directusSteps.ts';
import { n8nSteps } from '../provision/n8nSteps.ts';
import { checkInstallation } from '../production/checkInstallation.ts';
import { readyForProduction } from '../production/readyForProduction.ts';
import { eventsFlow } from './eventsFlow.ts';
import { prepareDatabases } from './prepareDatabases.ts';
import type { Part } from './Part.ts';
import type { Stack } from './Stack.ts';
import type { Step } from './Step.ts';
import { stepTexts } from '../texts/startTexts.ts';

/** Everything between an open stack and a healthy one. Directus and n8n come up side by side: neither waits for the other. */
export function startSteps(stack: Stack): Step[] {
  const build = buildSteps(stack.config);
  return [
    {
      title: stepTexts.foundations(),
      concurrent: true,
      steps: [
        build.syncExtension,
        {
          title: 'PostgreSQL',
          steps: [
            {
              title: stepTexts.up('PostgreSQL'),
              run: async () => {
                await stack.postgres.start();
                await prepareDatabases(stack);
                return undefined;
              },
            },
            checkInstallation(stack),
          ],
        },
        // Nothing goes there where a relay is named.
        ...(stack.config.production ? [] : [startStep(stack.mail)]),
      ],
    },
    {
      title: stepTexts.services(),
      concurrent: true,
      steps: [
        {
          title: 'Directus',
          steps: [
            // The schema is pushed without our extension, so that it can be built meanwhile.
            {
              title: stepTexts.preparation(),
              concurrent: true,
              steps: [build.directusExtension, { title: stepTexts.provisioning(), steps: directusSteps(stack) }],
            },
            readyForProduction(stack),
            startStep(stack.directus),
          ],
        },
        { title: 'n8n', steps: [build.n8nNodes, ...n8nSteps(stack), startStep(stack.n8n)] },
      ],
    },
    eventsFlow(stack),
  ];
}

function startStep(part: Part): Step {
  return {
    title: stepTexts.up(part.spec.title),
    run: async () => {
      await part.start();
      return undefined;
    },
  };
}
