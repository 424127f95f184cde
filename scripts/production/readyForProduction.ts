import type { Stack } from '../stack/Stack.ts';
import { StackError } from '../stack/StackError.ts';
import type { Step } from '../stack/Step.ts';
import { productionFaults } from './productionFaults.ts';

/** Refuses to serve an office with what belongs to trying out. Anywhere else nothing is asked. */
export function readyForProduction(stack: Stack): Step {
  return {
    title: 'Ready for production',
    run: async () => {
      if (!stack.config.production) return 'not asked for (ZHUDIAN_ENV)';
      const client = await stack.connect('directus');
      try {
        const faults = await productionFaults(client);
        if (faults.length > 0)
          throw new StackError(`This installation is not fit for production:\n  ${faults.join('\n  ')}`, 'Put these right, then start again.');
        return undefined;
      } finally {
        await client.end();
      }
    },
  };
}
