import { join } from 'node:path';
import { execa } from 'execa';
import pg from 'pg';
import { databasePassword } from './stack/databasePassword.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { loadSecrets } from './stack/loadSecrets.ts';
import { n8nSpec } from './stack/n8nSpec.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import type { StackConfig } from './stack/StackConfig.ts';
import { Stack } from './stack/Stack.ts';
import { compareWorkflows } from './workflows/compareWorkflows.ts';
import { pullWorkflows } from './workflows/pullWorkflows.ts';
import { pushWorkflows } from './workflows/pushWorkflows.ts';
import type { RunN8n } from './workflows/RunN8n.ts';
import { takeWorkflow } from './workflows/takeWorkflow.ts';
import { threeWay } from './workflows/threeWay.ts';
import { workflowReport } from './workflows/workflowReport.ts';
import { newCommand } from './texts/newCommand.ts';
import { workflowTexts } from './texts/maintenanceTexts.ts';

const config = settings();
const n8n = join(config.repository, 'node_modules/n8n/bin/n8n');
const say = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** n8n's own commands beside the running installation. */
const beside: RunN8n = async (args) => {
  const { env, cwd } = n8nSpec(config, loadSecrets(config.dataDir));
  return (await execa(process.execPath, [n8n, ...args], { env, cwd, extendEnv: false })).stdout;
};

async function withRunningDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const password = databasePassword(loadSecrets(config.dataDir), 'n8n');
  const client = new pg.Client({ host: '127.0.0.1', port: config.ports.postgres, user: 'n8n', password, database: 'n8n' });
  await client.connect();
  return await work(client).finally(() => client.end());
}

/** n8n publishes only while it is stopped; an open stack elsewhere is refused by the data folder itself. */
async function whileStopped<T>(work: (client: pg.Client, runN8n: RunN8n) => Promise<T>): Promise<T> {
  const stack = await Stack.open(config);
  try {
    await stack.postgres.start();
    const client = await stack.connect('n8n');
    const runN8n: RunN8n = async (args) => (await stack.run('n8n-import', [n8n, ...args], stack.n8n)).output;
    return await work(client, runN8n).finally(() => client.end());
  } finally {
    await stack.close();
  }
}

function settings(): StackConfig {
  try {
    loadEnvironment();
    return readStackConfig(process.env);
  } catch (error) {
    printFault(error);
    process.exit(1);
  }
}

const program = newCommand('npm run workflows:<command> --').description(workflowTexts.description());
program
  .command('pull')
  .description(workflowTexts.pull())
  .action(async () => say(await pullWorkflows(beside)));
program
  .command('push')
  .description(workflowTexts.push())
  .action(async () => say(await whileStopped(pushWorkflows)));
program
  .command('diff')
  .description(workflowTexts.diff())
  .action(async () => {
    const all = await withRunningDatabase(async (client) => compareWorkflows(client, beside));
    const differ = [...all].filter(([, texts]) => threeWay(texts) !== 'same');
    say(differ.length === 0 ? [workflowTexts.same()] : differ.map(([name, texts]) => workflowReport(name, texts)));
  });
program
  .command('take <file>')
  .description(workflowTexts.take())
  .requiredOption('--from <side>', workflowTexts.from())
  .action(async (file: string, { from }: { from: string }) => {
    const aside = join(config.dataDir, 'workflows-replaced');
    if (from === 'n8n') await withRunningDatabase(async (client) => takeWorkflow(file, 'n8n', { client, runN8n: beside, aside }));
    else if (from !== 'files') program.error(workflowTexts.sideFault());
    else
      await whileStopped(async (client, runN8n) => {
        const kept = await takeWorkflow(file, 'files', { client, runN8n, aside });
        say([workflowTexts.taken(file, kept)]);
      });
  });

await program.parseAsync().catch((error: unknown) => {
  printFault(error);
  process.exitCode = 1;
});
