import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StackError } from './StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/** How PostgreSQL, which refuses to run as root, is run when we are root. */
export interface PostgresAccount {
  uid: number;
  gid: number;
  /** Words before the command, when the account could not even reach the files (a checkout under /root). */
  prefix: string[];
}

const NAME = 'postgres';

/** Undefined when we are not root: PostgreSQL then runs as ourselves. Makes the account when it is missing. */
export function postgresAccount(paths: string[]): PostgresAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = findAccount() ?? makeAccount();
  if (paths.every((path) => reachable(path))) return { uid, gid, prefix: [] };
  // Let PostgreSQL through the closed folders above it, and change nobody's permissions: the capability to pass them.
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  if (works([...prefix, 'true'])) return { uid: 0, gid: 0, prefix };
  throw new StackError(refusalTexts.rootCannotRead(NAME, paths.find((path) => !reachable(path)) ?? ''), refusalTexts.rootCannotReadRemedy());
}

function findAccount(): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) => Number.parseInt(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10);
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // no such account yet
  }
}

function makeAccount(): { uid: number; gid: number } {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    ['adduser', '-S', '-D', '-H', NAME],
  ];
  const made = attempts.some((command) => works(command)) ? findAccount() : undefined;
  if (made) return made;
  throw new StackError(refusalTexts.noPostgresAccount(NAME), refusalTexts.noPostgresAccountRemedy(NAME));
}

/** Whether every folder above lets others pass. */
function reachable(path: string): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0o001) & 0o001) === 0) return false;
  }
  return true;
}

function works(command: string[]): boolean {
  const [program = '', ...args] = command;
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
