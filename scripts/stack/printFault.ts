import { StackError } from './StackError.ts';

/** Tells people what went wrong and what to do; only the unexpected comes with a stack trace. */
export function printFault(error: unknown): void {
  if (error instanceof StackError) process.stderr.write(`\n✗ ${error.message}\n→ ${error.remedy}\n`);
  else process.stderr.write(`\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
