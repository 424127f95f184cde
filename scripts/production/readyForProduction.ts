import type { Stack } from '../stack/Stack.ts';
import { StackError } from '../stack/StackError.ts';
import type { Step } from '../stack/Step.ts';
import { installationTexts } from '../texts/installationTexts.ts';
import { archiveDemoLogins } from './archiveDemoLogins.ts';
import { notePurpose } from './Installation.ts';
import { productionFaults } from './productionFaults.ts';
import { markProduction } from './productionMark.ts';

/**
 * Refuses to serve an office with what belongs to trying out, and marks what it does serve, so that no later start takes it for a trial. Anywhere else
 * nothing is asked.
 */
export function readyForProduction(stack: Pick<Stack, 'config' | 'connect'>): Step {
  return {
    title: installationTexts.readyStep(),
    run: async () => {
      if (!stack.config.production) return installationTexts.notAsked();
      const client = await stack.connect('directus');
      try {
        const faults = await productionFaults(client);
        if (faults.length > 0) throw new StackError(installationTexts.notFit(faults), installationTexts.notFitRemedy());
        const archived = await archiveDemoLogins(client);
        await notePurpose(client, 'production');
        markProduction(stack.config.dataDir);
        return archived.length > 0 ? installationTexts.archived(archived) : undefined;
      } finally {
        await client.end();
      }
    },
  };
}
