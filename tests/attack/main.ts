import { Command } from 'commander';
import { logins } from '../support/logins.ts';
import { onOwnStack } from '../support/onOwnStack.ts';
import { openTestStack } from '../support/TestStack.ts';
import { attack } from './attack.ts';

const { minutes, seed } = new Command('npm run attack --')
  .description('Random requests of every role against a stack of its own; ends well only when none of them saw, wrote or stopped what it must not.')
  .option('--minutes <n>', 'how long', Number, 5)
  .option('--seed <n>', 'which requests, in which order', Number, 1)
  .parse()
  .opts<{ minutes: number; seed: number }>();

await onOwnStack('attack', async ({ stack, say }) => {
  await stack.n8n.stop();
  const { database, admin } = await openTestStack(stack);
  const by = await logins({ stack });
  const report = await attack({ stack, database, admin, by }, seed, performance.now() + minutes * 60_000, say);
  await database.end();
  return { well: report.findings.length === 0, report: { minutes, seed, ...report } };
});
