import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readPassphrase } from './backup/readPassphrase.ts';
import { releaseMails } from './backup/releaseMails.ts';
import { restoreBackup } from './backup/restoreBackup.ts';
import { verifyArchive } from './backup/verifyArchive.ts';
import { withDatabase } from './backup/withDatabase.ts';
import { loadEnvironment } from './stack/loadEnvironment.ts';
import { printFault } from './stack/printFault.ts';
import { readStackConfig } from './stack/readStackConfig.ts';
import { StackError } from './stack/StackError.ts';

const command = new Command('npm run restore --')
  .description('Puts an archive of npm run backup into the (empty) data folder, or tells that the mails held after a restore were looked at.')
  .argument('[file]', 'the archive')
  .option('--passphrase-file <file>', 'file that holds the passphrase of a sealed archive')
  .option('--force', 'put what is in the data folder aside first; it is kept, in before-… of that folder', false)
  .option('--verify', 'only read the archive and compare it with its list of contents', false)
  .option(
    '--release',
    'the held mails were looked at: those still held count as arrived and stay unsent; from now on mails go out by themselves',
    false,
  )
  .parse();
const options = command.opts<{ passphraseFile?: string; force: boolean; verify: boolean; release: boolean }>();
const [file] = command.args;

try {
  loadEnvironment();
  const config = readStackConfig(process.env);
  const passphrase = options.passphraseFile === undefined ? undefined : readPassphrase(options.passphraseFile);
  if (options.release) {
    const left = await withDatabase(config, async (connect) => releaseMails(await connect('directus')));
    console.log(`✓ Mails go out again by themselves. ${left} held mails stay unsent: they count as arrived.`);
  } else if (file === undefined) {
    throw new StackError('Which archive?', 'npm run restore -- FILE');
  } else if (options.verify) {
    const { at, files } = await verifyArchive(resolve(file), passphrase);
    console.log(`✓ ${file}: whole, ${Object.keys(files).length} files, as of ${at}`);
  } else {
    const { at, counts, held, aside, settings } = await restoreBackup(resolve(file), config, { passphrase, force: options.force });
    const rows = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    console.log(`✓ Restored as of ${at} into ${config.dataDir}\n  ${rows.join(', ')}`);
    if (aside !== undefined) console.log(`  What was there is in ${aside}`);
    if (settings !== undefined)
      console.log(
        `  The settings of the backup (.env) are in ${settings}; nothing reads them there.\n` +
          (existsSync(join(config.repository, '.env'))
            ? '  Compare them with .env of this checkout before the start.'
            : '  This checkout has no .env: make that file its .env, and read it (relay, address, data folder) before the start.'),
      );
    console.log(
      `\n! Mails about anything from before this restore are held, ${held} of them now: they may have gone out after the backup.\n` +
        '  Start with npm start; the city office gets one mail that lists the major hazards in question.\n' +
        '  Then: in the mail ledger set to "pending" what never arrived, and run npm run restore -- --release. npm run doctor reminds you until then.\n' +
        `  What was entered after ${at} is not in this backup and has to be entered again.`,
    );
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
