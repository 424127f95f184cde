import { connectTo } from '../backup/connectTo.ts';
import { holdMails } from '../backup/holdMails.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/** After a restore into containers, before anything that mails is up: `node scripts/compose/holdMails.ts 2026-11-25T01:15:00+08:00`, the backup's moment. */
try {
  const backupAt = new Date(process.argv[2] ?? '');
  if (Number.isNaN(backupAt.getTime())) throw new Error('Name the moment of the backup, like 2026-11-25T01:15:00+08:00.');
  const config = readStackConfig(process.env);
  const client = await connectTo(config)('directus');
  const held = await holdMails(client, config.repository, backupAt.toISOString()).finally(() => client.end());
  console.log(`${held} mails are held until somebody has looked: docs/operations.md, Restore.`);
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
