import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { printFault } from '../../scripts/stack/printFault.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { FaultySmtp } from '../support/FaultySmtp.ts';
import { logins } from '../support/logins.ts';
import { openTestStack } from '../support/TestStack.ts';
import { relayPort, testConfig } from '../support/testConfig.ts';
import { attack } from './attack.ts';

const { minutes, seed } = new Command('npm run attack --')
  .description('Random requests of every role against a stack of its own; ends well only when none of them saw, wrote or stopped what it must not.')
  .option('--minutes <n>', 'how long', Number, 5)
  .option('--seed <n>', 'which requests, in which order', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-attack-'));
try {
  const base = await freePortBase();
  const smtp = new FaultySmtp(relayPort(base));
  await smtp.listen();
  const stack = await startStack(testConfig(dataDir, base), (line) => say(`✓ ${line}`));
  let well = false;
  try {
    await stack.n8n.stop();
    const { database, admin } = await openTestStack(stack);
    const superuser = await stack.connect('postgres');
    const by = await logins({ stack });
    const report = await attack({ database, superuser, admin, by }, seed, performance.now() + minutes * 60_000, say);
    well = report.findings.length === 0;
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), minutes, seed, ...report }, null, 2)}\n`);
    await superuser.end();
    await database.end();
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
