import { assertUploadsHere } from '../backup/assertUploadsHere.ts';
import { connectTo } from '../backup/connectTo.ts';
import { dropOldMessages } from '../backup/dropOldMessages.ts';
import { noteBackup } from '../backup/lastBackup.ts';
import { uploadsElsewhere } from '../backup/uploadsElsewhere.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/**
 * After backup.sh has made a whole backup: notes it for the doctor and lets go of the bytes of mails that left over a year ago, as
 * `npm run backup` does. `noteBackup.ts 2026-11-25T01:15:00Z /backup/zhudian/zhudian-20261125T011500Z`
 */
try {
  const [at = '', file = ''] = process.argv.slice(2);
  const config = readStackConfig(process.env);
  const connect = connectTo(config);
  const client = await connect('directus');
  const elsewhere = await uploadsElsewhere(client).finally(() => client.end());
  noteBackup(config.dataDir, { at: new Date(at).toISOString(), file, elsewhere });
  const forgotten = await dropOldMessages(await connect('directus'));
  if (forgotten > 0) console.log(`  Bytes of ${forgotten} mails that left over a year ago are in backups only from now on.`);
  assertUploadsHere(elsewhere);
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
