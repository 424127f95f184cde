import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { FaultySmtp } from '../tests/support/FaultySmtp.ts';
import { relayPort, testConfig } from '../tests/support/testConfig.ts';
import { chaosRound } from './chaos/chaosRound.ts';
import { Dice } from './chaos/Dice.ts';
import { Escalations } from './chaos/escalations.ts';
import { judge } from './chaos/judge.ts';
import { freePortBase } from './stack/freePortBase.ts';
import { printFault } from './stack/printFault.ts';
import { startStack } from './stack/startStack.ts';

const { minutes, seed } = new Command('npm run chaos --')
  .description(
    'Random kills and faults over many escalations on a stack of its own; ends well only when nothing was lost and no mail had two Message-IDs.',
  )
  .option('--minutes <n>', 'how long trouble goes on', Number, 5)
  .option('--seed <n>', 'what happens, in which order; the machine decides when exactly', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

/** Seconds everything may take to settle after the last trouble: the longest pauses between attempts of a mail lie in it. */
const SETTLE = 600;

const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-chaos-'));
try {
  const base = await freePortBase();
  const smtp = new FaultySmtp(relayPort(base));
  await smtp.listen();
  const stack = await startStack(testConfig(dataDir, base), (line) => process.stderr.write(`✓ ${line}\n`));
  let failed = true;
  try {
    const dice = new Dice(seed);
    const escalations = new Escalations(stack);
    const troubles: Record<string, number> = {};
    for (const end = Date.now() + minutes * 60_000; Date.now() < end;) {
      await escalations.save(1 + dice.roll(8));
      const trouble = await chaosRound(stack, smtp, dice);
      troubles[trouble] = (troubles[trouble] ?? 0) + 1;
      process.stderr.write(`${escalations.count} escalations, last: ${trouble}\n`);
    }
    let verdict = judge(await escalations.ledger(), smtp.taken);
    for (const end = Date.now() + SETTLE * 1000; verdict.lost.length > 0 && Date.now() < end;) {
      await pause(2000);
      verdict = judge(await escalations.ledger(), smtp.taken);
    }
    console.log(JSON.stringify({ seed, minutes, troubles, ...verdict }, null, 2));
    failed = verdict.lost.length + verdict.second.length + verdict.unmarked.length > 0;
  } finally {
    await stack.close();
    await smtp.close();
    if (failed) process.stderr.write(`Data and logs are kept in ${dataDir}\n`);
    else await rm(dataDir, { recursive: true, force: true });
  }
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
