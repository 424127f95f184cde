import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
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
import { archiveTexts } from './texts/archiveTexts.ts';
import { newCommand } from './texts/newCommand.ts';

const options = newCommand('npm run backup --')
  .description(archiveTexts.backupDescription())
  .option('--to <dir>', archiveTexts.to())
  .option('--encrypt', archiveTexts.encrypt(), false)
  .option('--passphrase-file <file>', archiveTexts.passphraseFile())
  .option('--keep <n>', archiveTexts.keep(), Number)
  .parse()
  .opts<{ to?: string; encrypt: boolean; passphraseFile?: string; keep?: number }>();

try {
  loadEnvironment();
  const config = readStackConfig(process.env);
  const to = resolve(options.to ?? `${config.dataDir}-backups`);
  if (options.keep !== undefined && !(Number.isInteger(options.keep) && options.keep > 0))
    throw new StackError(archiveTexts.keepFault(), archiveTexts.keepRemedy());
  if (options.encrypt && options.passphraseFile === undefined) throw new StackError(archiveTexts.passphraseNeeded(), archiveTexts.passphraseRemedy());
  if (!existsSync(join(config.dataDir, 'secrets.json'))) throw new StackError(archiveTexts.nothing(config.dataDir), archiveTexts.nothingRemedy());
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
  console.log(archiveTexts.made(file, (size / 1024 / 1024).toFixed(1), at, rows.join(', ')));
  if (dropped.length > 0) console.log(archiveTexts.deleted(dropped));
  if (ahead.length > 0) console.log(archiveTexts.ahead(ahead));
  if (forgotten > 0) console.log(archiveTexts.forgotten(forgotten));
  if (passphrase === undefined) console.log(archiveTexts.notSealed());
  assertUploadsHere(elsewhere);
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
