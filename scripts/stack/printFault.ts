import { explainAccess } from '../runtime/explainAccess.mjs';
import { folderTexts } from '../texts/folderTexts.ts';
import { StackError } from './StackError.ts';

/** Tells people what went wrong and what to do; only the unexpected comes with a stack trace. */
export function printFault(error: unknown): void {
  const known = error instanceof StackError ? error : ofAccess(error);
  if (known) process.stderr.write(`\n✗ ${known.message}\n→ ${known.remedy}\n`);
  else process.stderr.write(`\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** A file that the system refuses is one of another account, wherever it is met. */
function ofAccess(error: unknown): StackError | undefined {
  const access = explainAccess(error);
  return access && new StackError(folderTexts.access(access), folderTexts.accessRemedy(access));
}
