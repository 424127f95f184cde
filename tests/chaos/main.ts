import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { FaultySmtp } from '../support/FaultySmtp.ts';
import { relayPort, testConfig } from '../support/testConfig.ts';
import { digest } from './digest.ts';
import { runChaos } from './runChaos.ts';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { printFault } from '../../scripts/stack/printFault.ts';
import { startStack } from '../../scripts/stack/startStack.ts';

const { minutes, seed } = new Command('npm run chaos --')
  .description(
    'Random kills and faults over many escalations on a stack of its own; ends well only when nothing was lost and no mail had two Message-IDs.',
  )
  .option('--minutes <n>', 'how long trouble goes on', Number, 5)
  .option('--seed <n>', 'what happens, in which order; the machine decides when exactly', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-chaos-'));
try {
  const base = await freePortBase();
  const smtp = new FaultySmtp(relayPort(base), digest);
  await smtp.listen();
  const stack = await startStack(testConfig(dataDir, base), (line) => say(`✓ ${line}`));
  let well = false;
  try {
    const report = await runChaos(stack, smtp, { minutes, seed, port: base + 2 }, say);
    well = report.well;
    console.log(JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, ...report }, null, 2));
  } finally {
    await stack.close();
    await smtp.close();
    if (well) await rm(dataDir, { recursive: true, force: true });
    else say(`Data and logs are kept in ${dataDir}`);
  }
  process.exitCode = well ? 0 : 1;
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
