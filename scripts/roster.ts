import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { printImport, type ImportAnswer } from './roster/printImport.ts';
import { sendRoster } from './roster/sendRoster.ts';
import { printFault } from './stack/printFault.ts';
import { StackError } from './stack/StackError.ts';
import { newCommand } from './texts/newCommand.ts';
import { rosterTexts } from './texts/maintenanceTexts.ts';

/** `npm run roster:import -- <file>`: a roster of enterprises and inspectors (annex 1) into a running system. */
const program = newCommand('npm run roster:import --')
  .description(rosterTexts.description())
  .argument('<file>', rosterTexts.file())
  .option('--county <code>', rosterTexts.county())
  .option('--answers <file>', rosterTexts.answers())
  .option('--write', rosterTexts.write(), false)
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
  if (error instanceof StackError) printFault(error);
  else console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
