import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { printImport, type ImportAnswer } from './roster/printImport.ts';
import { sendRoster } from './roster/sendRoster.ts';

/** `npm run roster:import -- <file>`: a roster of enterprises and inspectors (annex 1) into a running system. */
const program = new Command('npm run roster:import --')
  .description(
    'Imports a roster (.xlsx or .csv). Without --write it is a trial run. DIRECTUS_URL and DIRECTUS_TOKEN name another system than the local one.',
  )
  .argument('<file>', 'the roster')
  .option('--county <code>', 'county of rows that name none, by its code (GB/T 2260)')
  .option('--answers <file>', 'answers to the questions of a trial run: a JSON object of their ids and values')
  .option('--write', 'writes it, if nothing is wrong', false)
  .parse();
const [file = ''] = program.args;
const { county, answers: answered, write } = program.opts<{ county?: string; answers?: string; write: boolean }>();

try {
  const answers = answered === undefined ? undefined : await readFile(answered, 'utf8');
  const answer: ImportAnswer = await sendRoster(await readFile(file), basename(file), { county, answers, dryRun: !write });
  console.log(printImport(answer));
  const open = answer.questions.some(({ required, answer: given }) => required && given === null);
  if (open || answer.rows.some(({ outcome }) => outcome === 'fault')) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
