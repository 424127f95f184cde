import { cpus } from 'node:os';
import { Command } from 'commander';
import { onOwnStack } from '../support/onOwnStack.ts';
import { digest } from './digest.ts';
import { runChaos } from './runChaos.ts';

const { minutes, seed } = new Command('npm run chaos --')
  .description(
    'Random kills and faults over many escalations on a stack of its own; ends well only when nothing was lost and no mail had two Message-IDs.',
  )
  .option('--minutes <n>', 'how long trouble goes on', Number, 5)
  .option('--seed <n>', 'what happens, in which order; the machine decides when exactly', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

await onOwnStack(
  'chaos',
  async ({ stack, smtp, sparePort, say }) => {
    const report = await runChaos(stack, smtp, { minutes, seed, port: sparePort }, say);
    return { well: report.well, report: { cores: cpus().length, ...report } };
  },
  digest,
);
