import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { assertUploadsHere } from './backup/assertUploadsHere.ts';
import { dropOldMessages } from './backup/dropOldMessages.ts';
import { makeBackup } from './backup/makeBackup.ts';
import { readPassphrase } from './backup/readPassphrase.ts';
import { superfluousArchives } from './backup/superfluousArchives.ts';
import { withDatabase } from './backup/withDatabase.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { StackError } from './stack/StackError.ts';

const options = new Command('npm run backup --')
  .description(
    'Databases, files, workflows, credentials, secrets and .env into one archive, while everything runs or not; then reads it again whole.',
  )
  .option('--to <dir>', 'folder for archives (default: the data folder with -backups at its end)')
  .option('--encrypt', 'seal it with a passphrase: secrets.json inside opens everything', false)
  .option('--passphrase-file <file>', 'file that holds the passphrase; naming one is enough to seal')
  .option(
    '--keep <n>',
    'delete older archives of that folder but the newest n, this one among them; bytes of mails that left over a year ago are in archives only: keep one a month or a year elsewhere',
    Number,
  )
  .parse()
  .opts<{ to?: string; encrypt: boolean; passphraseFile?: string; keep?: number }>();

try {
  loadEnvironment();
  const config = readStackConfig(process.env);
  const to = resolve(options.to ?? `${config.dataDir}-backups`);
  if (options.keep !== undefined && !(Number.isInteger(options.keep) && options.keep > 0))
    throw new StackError('--keep needs a whole number from 1.', 'For example --keep 14.');
  if (options.encrypt && options.passphraseFile === undefined)
    throw new StackError('A sealed archive needs a passphrase.', 'Name the file that holds it: --passphrase-file FILE');
  if (!existsSync(join(config.dataDir, 'secrets.json')))
    throw new StackError(`There is nothing to back up in ${config.dataDir}.`, 'Name the right one with ZHUDIAN_DATA_DIR.');
  const passphrase = options.passphraseFile !== undefined ? readPassphrase(options.passphraseFile) : undefined;
  const { file, manifest, elsewhere, forgotten } = await withDatabase(config, async (connect) => ({
    ...(await makeBackup(config, connect, { to, passphrase, now: new Date() })),
    forgotten: await dropOldMessages(await connect('directus')),
  }));
  const { counts, at } = manifest;
  const { size } = await stat(file);
  const { superfluous, ahead } = superfluousArchives(await readdir(to), basename(file), options.keep);
  // An archive without its uploads takes no other one's place.
  const dropped = elsewhere > 0 ? [] : superfluous;
  for (const name of dropped) await rm(join(to, name));
  const rows = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(`✓ ${file}\n  ${(size / 1024 / 1024).toFixed(1)} MB, as of ${at}, read again and whole\n  ${rows.join(', ')}`);
  if (dropped.length > 0) console.log(`  deleted: ${dropped.join(', ')}`);
  if (ahead.length > 0)
    console.log(
      `! Dated later than this one, so the clock was wrong once; neither counted nor deleted: ${ahead.join(', ')}. Look, and delete them yourself.`,
    );
  if (forgotten > 0) console.log(`  Bytes of ${forgotten} mails that left over a year ago are in archives only from now on.`);
  if (passphrase === undefined)
    console.log('  Not sealed: whoever has this file has every password. Keep it where nobody else reads, or use --passphrase-file.');
  assertUploadsHere(elsewhere);
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
