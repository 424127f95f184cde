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
import { thisVersion, versionText } from './production/thisVersion.ts';
import { startTexts } from './texts/startTexts.ts';
import { newCommand } from './texts/newCommand.ts';

const options = newCommand('npm start --')
  .description(startTexts.description())
  .option('--json', startTexts.json(), false)
  .option('--reset', startTexts.reset(), false)
  .option('--yes', startTexts.yes(), false)
  .addHelpText('after', `\n${startTexts.help()}`)
  .parse()
  .opts<{ json: boolean; reset: boolean; yes: boolean }>();

let stack: Stack | undefined;
let config: StackConfig | undefined;
let ending: Promise<never> | undefined;

/** Stops everything once, however often it is asked for. */
async function end(code: number, reason?: string): Promise<never> {
  ending ??= (async () => {
    if (reason !== undefined) process.stderr.write(`\n${startTexts.stopping(reason)}\n`);
    await stack?.close();
    if (reason !== undefined) process.stderr.write(`${startTexts.stopped()}\n`);
    process.exit(code);
  })();
  return ending;
}

async function askPerson(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return terminal.question(question).finally(() => terminal.close());
}

const robotOf = ({ dataDir, production }: StackConfig) => ({ dataDir, production, webhook: process.env['ZHUDIAN_ALERT_WEBHOOK'] ?? '' });
const untold = (error: unknown): void => void process.stderr.write(`${startTexts.robotNotTold(reasonOf(error))}\n`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, signal));
// The launcher that runs us is gone, killed perhaps: nobody would stop the parts later.
process.on('disconnect', () => void end(0, startTexts.launcherEnded()));

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
  // Nothing goes to a catcher where a relay is named.
  const shown = config.production ? { ...found, mail: undefined } : found;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(found)}\n`
      : `\n${addressTable(shown, elsewhere)}\n\n${startTexts.data(config.dataDir, versionText(thisVersion(config.repository)))}\n`,
  );
} catch (error) {
  if (ending === undefined) {
    printFault(error);
    // Not of a second start beside one that runs.
    if (config && runningOwner(config.dataDir) === undefined) await tellFailedStart(robotOf(config), error).catch(untold);
  }
  await end(1);
}
