import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processFields } from './processFields.ts';

/**
 * Names a running process so that it is told apart from a later one with the same number: its start time (and on
 * Linux the boot). Undefined when no such process runs. A pid alone is not enough to end something by: numbers are
 * used again, above all in containers.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxIdentity(pid);
    if (process.platform === 'win32') {
      return run('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]);
    }
    return run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  } catch {
    return undefined; // gone, which is the answer
  }
}

function linuxIdentity(pid: number): string | undefined {
  const fields = processFields(pid);
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19] ?? ''}`;
}

function run(command: string, args: string[]): string | undefined {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
}
