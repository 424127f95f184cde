import { join } from 'node:path';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { Stack } from '../stack/Stack.ts';
import { takeWorkflow } from '../workflows/takeWorkflow.ts';

/** What `npm run workflows:take -- FILE --from files` is to processes, while n8n is stopped: `takeWorkflow.ts escalate-major-hazard.json`. */
try {
  const file = process.argv[2];
  if (file === undefined) throw new Error('Name a file of workflows/, like escalate-major-hazard.json.');
  const stack = await Stack.open(readStackConfig(process.env), { postgres: 'runs already' });
  try {
    const client = await stack.connect('n8n');
    const n8n = join(stack.config.repository, 'node_modules/n8n/bin/n8n');
    const kept = await takeWorkflow(file, 'files', {
      client,
      runN8n: async (args) => (await stack.run('n8n-import', [n8n, ...args], stack.n8n)).output,
      aside: join(stack.config.dataDir, 'workflows-replaced'),
    }).finally(() => client.end());
    console.log(`${file} is published.${kept === undefined ? '' : ` What was there: ${kept}`}`);
  } finally {
    await stack.close();
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
