import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { execa } from 'execa';
import { loadSecrets } from './stack/loadSecrets.ts';
import { n8nSpec } from './stack/n8nSpec.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { Stack } from './stack/Stack.ts';
import { pullWorkflows } from './workflows/pullWorkflows.ts';
import { pushWorkflows } from './workflows/pushWorkflows.ts';

const [direction] = new Command('npm run workflows')
  .description('pull: what was edited in the running n8n → workflows/; push: workflows/ → n8n, while it is stopped')
  .addArgument(new Argument('<direction>').choices(['pull', 'push']))
  .parse().processedArgs as ['pull' | 'push'];

const config = readStackConfig(process.env);
const n8n = join(config.repository, 'node_modules/n8n/bin/n8n');

if (direction === 'pull') {
  const { env, cwd } = n8nSpec(config, loadSecrets(config.dataDir));
  const names = await pullWorkflows(async (args) => (await execa(process.execPath, [n8n, ...args], { env, cwd, extendEnv: false })).stdout);
  process.stdout.write(`${names.join('\n')}\n`);
} else {
  // n8n publishes only while it is stopped; an open stack elsewhere is refused by the data folder itself.
  const stack = await Stack.open(config);
  try {
    await stack.postgres.start();
    const names = await pushWorkflows(async (args) => (await stack.run('n8n-import', [n8n, ...args], stack.n8n)).output);
    process.stdout.write(`${names.join('\n')}\n`);
  } finally {
    await stack.close();
  }
}
