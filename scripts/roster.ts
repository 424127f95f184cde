import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { printImport, type ImportAnswer } from './roster/printImport.ts';
import { sendRoster } from './roster/sendRoster.ts';
import { printFault } from './stack/printFault.ts';
import { StackError } from './stack/StackError.ts';

/** `npm run roster:import -- <file>`: a roster of enterprises and inspectors (annex 1) into a running system. */
const program = new Command('npm run roster:import --')
  .description(
    'Imports a roster (.xlsx or .csv). Without --write it is a trial run. DIRECTUS_URL and DIRECTUS_TOKEN name another system than the local one.',
  )
  .argument('<file>', 'the roster')
  .option('--county <code>', 'county of rows that name none, by its code (GB/T 2260)')
  .option('--write', 'writes it, if nothing is wrong', false)
  .parse();
const [file = ''] = program.args;
const { county, write } = program.opts<{ county?: string; write: boolean }>();

try {
  const answer: ImportAnswer = await sendRoster(await readFile(file), basename(file), { county, dryRun: !write });
  console.log(printImport(answer));
  if (answer.rows.some(({ outcome }) => outcome === 'fault')) process.exitCode = 1;
} catch (error) {
  if (error instanceof StackError) printFault(error);
  else console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
