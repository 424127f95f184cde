// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether what npm last finished installing is what package-lock.json says, so that somebody's own `npm install` is
 * not done a second time. npm writes `node_modules/.package-lock.json` at the very end of an installation.
 * @param {string} repository
 * @param {string} lock the text of package-lock.json
 */
export function matchesLock(repository, lock) {
  const installedFile = join(repository, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  try {
    const wanted = JSON.parse(lock).packages;
    const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
    const key = (/** @type {{version?: string, integrity?: string} | undefined} */ entry) => `${entry?.version ?? ''} ${entry?.integrity ?? ''}`;
    return (
      Object.keys(installed).every((path) => wanted[path] !== undefined && key(wanted[path]) === key(installed[path])) &&
      Object.keys(wanted).every(
        (path) =>
          !path.startsWith('node_modules/') ||
          installed[path] !== undefined ||
          wanted[path].optional === true ||
          wanted[path].peer === true ||
          wanted[path].devOptional === true,
      )
    );
  } catch {
    return false; // cut off while being written
  }
}
