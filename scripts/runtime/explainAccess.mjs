// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/**
 * What the system means when it refuses a file: whose it is, who asks, and the command that mends it. Needs no packages.
 * @param {unknown} error
 * @returns {{ path: string, owner: string, account: string, isThere: boolean, isReadOnly: boolean, command: string } | undefined} undefined for any other fault
 */
export function explainAccess(error) {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const { code, path } = error;
  if (typeof path !== 'string' || (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS')) return undefined;
  let nearest = path;
  while (!canSee(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  const account = accountName(process.getuid?.() ?? -1);
  const isThere = nearest === path;
  const command = isThere ? `sudo chown -R ${account}: ${path}` : `sudo install -d -o ${account} -m 700 ${path}`;
  return { path, owner: accountName(statSync(nearest).uid), account, isThere, isReadOnly: code === 'EROFS', command };
}

/**
 * The name of an account, or its number where it has none.
 * @param {number} uid
 */
export function accountName(uid) {
  try {
    if (uid === process.getuid?.()) return userInfo().username;
    return execFileSync('id', ['-nu', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return String(uid);
  }
}

/** @param {string} path */
function canSee(path) {
  try {
    return existsSync(path) && statSync(path) !== undefined;
  } catch {
    return false;
  }
}
