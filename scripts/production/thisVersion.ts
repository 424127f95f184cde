import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './Installation.ts';

/** What runs: the version of package.json, the level of its schema, and the commit where there is a checkout of git. */
export type Version = Pick<Installation, 'level' | 'version' | 'commit'>;

export function thisVersion(repository: string): Version {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(repository, file), 'utf8'));
  const { version } = read('package.json') as { version: string };
  const { level } = read('schema/level.json') as { level: number };
  return { version, level, commit: commitOf(repository) };
}

/** For people: `0.1.0, schema 3, commit 1a2b3c4d`. */
export function versionText({ version, level, commit }: Version): string {
  return [version, `schema ${level}`, ...(commit === null ? [] : [`commit ${commit}`])].join(', ');
}

/** Whether one is of before the other. */
export function isOlder(one: Version, other: Version): boolean {
  return one.level < other.level || one.version.localeCompare(other.version, 'en', { numeric: true }) < 0;
}

function commitOf(repository: string): string | null {
  if (!existsSync(join(repository, '.git'))) return null;
  try {
    return execFileSync('git', ['-C', repository, 'rev-parse', '--short=10', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null; // no git on this machine, or the checkout of another account
  }
}
