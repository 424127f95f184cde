import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { endWithParent } from './endWithParent.ts';
import { PartLog } from './PartLog.ts';
import type { ProcessLedger } from './ProcessLedger.ts';
import { StackError } from './StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

export interface CommandResult {
  /** What it printed, at most the last 16 kB. */
  output: string;
}

interface Command {
  name: string;
  /** The script and its arguments; run with this Node. */
  args: string[];
  env: Record<string, string>;
  cwd: string;
  dataDir: string;
  ledger: ProcessLedger;
  /** Ends the command before its time. */
  closing: AbortSignal;
}

/** Runs one command to its end. A failure carries its last lines. */
export async function runCommand({ name, args, env, cwd, dataDir, ledger, closing }: Command): Promise<CommandResult> {
  closing.throwIfAborted();
  const log = new PartLog(join(dataDir, 'logs', `${name}.log`));
  const output = log.open();
  const child = spawn(process.execPath, [...endWithParent, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
    signal: closing,
  });
  closeSync(output);
  if (child.pid !== undefined) ledger.record(name, child.pid, 'SIGTERM');
  const code = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal ?? '?'));
  });
  ledger.forget(name);
  if (code !== 0) {
    throw new StackError(refusalTexts.commandFailed(name, code, log.lastLines(15).replace(/^/gm, '    ')), refusalTexts.commandRemedy(log.file));
  }
  return { output: log.sinceOpened() };
}
