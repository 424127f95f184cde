import { Command } from 'commander';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { reasonOf } from '../extensions/host/src/reasonOf.ts';
import { addresses } from './stack/addresses.ts';
import { addressTable } from './stack/addressTable.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import type { StackConfig } from './stack/StackConfig.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { resetData } from './stack/resetData.ts';
import { runningOwner } from './stack/runningOwner.ts';
import { showSteps } from './stack/showSteps.ts';
import { Stack } from './stack/Stack.ts';
import { startSteps } from './stack/startSteps.ts';
import { tellFailedStart, tellStarted } from './stack/startAlarm.ts';
import { superviseStack } from './stack/superviseStack.ts';
import { folderTexts } from './texts/folderTexts.ts';

const options = new Command('npm start --')
  .description('Starts PostgreSQL, a mail catcher, Directus and n8n on this machine, with demo data. Ctrl-C stops them.')
  .option('--json', 'print one line of JSON with addresses and logins when all is healthy', false)
  .option('--reset', 'put all data aside first and begin anew; asks before, and does not exist in production', false)
  .option('--yes', 'do not ask', false)
  .addHelpText('after', '\nEnvironment: ZHUDIAN_DATA_DIR, ZHUDIAN_PORT_BASE and more in .env.example')
  .parse()
  .opts<{ json: boolean; reset: boolean; yes: boolean }>();

let stack: Stack | undefined;
let config: StackConfig | undefined;
let ending: Promise<never> | undefined;

/** Stops everything once, however often it is asked for. */
async function end(code: number, reason?: string): Promise<never> {
  ending ??= (async () => {
    if (reason !== undefined) process.stderr.write(`\n${reason}; stopping …\n`);
    await stack?.close();
    if (reason !== undefined) process.stderr.write('All parts are stopped; the data is kept.\n');
    process.exit(code);
  })();
  return ending;
}

async function askPerson(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return terminal.question(question).finally(() => terminal.close());
}

const robotOf = ({ dataDir, production }: StackConfig) => ({ dataDir, production, webhook: process.env['ZHUDIAN_ALERT_WEBHOOK'] ?? '' });
const untold = (error: unknown): void => void process.stderr.write(`✗ The robot was not told: ${reasonOf(error)}\n`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, signal));
// The launcher that runs us is gone, killed perhaps: nobody would stop the parts later.
process.on('disconnect', () => void end(0, 'The launcher ended'));

try {
  loadEnvironment();
  config = readStackConfig(process.env);
  if (options.reset) {
    const aside = await resetData(config, { yes: options.yes, ask: process.stdin.isTTY ? askPerson : undefined, now: new Date() });
    if (aside !== undefined) process.stderr.write(`${folderTexts.resetDone(aside)}\n`);
  }
  stack = await Stack.open(config);
  await showSteps(startSteps(stack));
  await tellStarted(robotOf(config)).catch(untold);
  superviseStack(stack, (line) => process.stderr.write(`${line}\n`));
  const found = addresses(config, stack.secrets);
  // An office's passwords do not belong into the journal of the machine.
  const elsewhere = config.production && !process.stdout.isTTY ? join(config.dataDir, 'secrets.json') : undefined;
  process.stdout.write(
    options.json ? `${JSON.stringify(found)}\n` : `\n${addressTable(found, elsewhere)}\n\n  Data: ${config.dataDir}   Ctrl-C stops everything.\n`,
  );
} catch (error) {
  if (ending === undefined) {
    printFault(error);
    // Not of a second start beside one that runs.
    if (config && runningOwner(config.dataDir) === undefined) await tellFailedStart(robotOf(config), error).catch(untold);
  }
  await end(1);
}
