import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPassphrase } from './backup/readPassphrase.ts';
import { releaseMails } from './backup/releaseMails.ts';
import { restoreBackup } from './backup/restoreBackup.ts';
import { verifyArchive } from './backup/verifyArchive.ts';
import { withDatabase } from './backup/withDatabase.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { StackError } from './stack/StackError.ts';
import { archiveTexts } from './texts/archiveTexts.ts';
import { newCommand } from './texts/newCommand.ts';

const command = newCommand('npm run restore --')
  .description(archiveTexts.restoreDescription())
  .argument('[file]', archiveTexts.archive())
  .option('--passphrase-file <file>', archiveTexts.restorePassphrase())
  .option('--force', archiveTexts.force(), false)
  .option('--verify', archiveTexts.verify(), false)
  .option('--release', archiveTexts.release(), false)
  .parse();
const options = command.opts<{ passphraseFile?: string; force: boolean; verify: boolean; release: boolean }>();
const [file] = command.args;

try {
  loadEnvironment();
  const config = readStackConfig(process.env);
  const passphrase = options.passphraseFile === undefined ? undefined : readPassphrase(options.passphraseFile);
  if (options.release) {
    const left = await withDatabase(config, async (connect) => releaseMails(await connect('directus')));
    console.log(archiveTexts.released(left));
  } else if (file === undefined) {
    throw new StackError(archiveTexts.which(), archiveTexts.whichRemedy());
  } else if (options.verify) {
    const { at, files } = await verifyArchive(resolve(file), passphrase);
    console.log(archiveTexts.whole(file, Object.keys(files).length, at));
  } else {
    const { at, counts, held, aside, settings } = await restoreBackup(resolve(file), config, { passphrase, force: options.force });
    const rows = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    console.log(archiveTexts.restored(at, config.dataDir, rows.join(', ')));
    if (aside !== undefined) console.log(archiveTexts.aside(aside));
    if (settings !== undefined)
      console.log(
        `${archiveTexts.settings(settings)}\n${existsSync(join(config.repository, '.env')) ? archiveTexts.compareSettings() : archiveTexts.takeSettings()}`,
      );
    console.log(archiveTexts.held(held, at));
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
