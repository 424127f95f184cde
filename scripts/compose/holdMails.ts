import { holdMails } from '../backup/holdMails.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { Stack } from '../stack/Stack.ts';

/** After a restore into containers, before anything that mails is up: `node scripts/compose/holdMails.ts 2026-11-25T01:15:00+08:00`, the backup's moment. */
try {
  const backupAt = new Date(process.argv[2] ?? '');
  if (Number.isNaN(backupAt.getTime())) throw new Error('Name the moment of the backup, like 2026-11-25T01:15:00+08:00.');
  const stack = await Stack.open(readStackConfig(process.env), { postgres: 'runs already' });
  try {
    const client = await stack.connect('directus');
    const held = await holdMails(client, stack.config.repository, backupAt.toISOString()).finally(() => client.end());
    console.log(`${held} mails are held until somebody has looked: docs/operations.md, Restore.`);
  } finally {
    await stack.close();
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
