import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A running Directus with `directus-extension-sync`, and the token of an administrator. */
export interface DirectusAccess {
  readonly url: string;
  readonly token: string;
}

/** The data model as files: collections, fields, relations, roles, policies, permissions, presets, translations. */
export const DUMP = fileURLToPath(new URL('../../schema/directus', import.meta.url));

const CLI = createRequire(import.meta.url).resolve('directus-sync/bin/index.js');

/**
 * Runs directus-sync on the dump and gives what it printed. Ids are preserved, so that a role has the same id in
 * every installation. The token travels by environment: an argument would show in the list of processes.
 */
export async function directusSync(
  command: 'pull' | 'push',
  { url, token }: DirectusAccess,
  options: readonly string[] = [],
  dump = DUMP,
): Promise<string> {
  const run = promisify(execFile)(process.execPath, [CLI, '--sort-json', command, '--preserve-ids', 'all', '--dump-path', dump, ...options], {
    env: { ...process.env, DIRECTUS_URL: url, DIRECTUS_TOKEN: token },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout, stderr } = await run.catch((error: unknown) => {
    throw new Error(`directus-sync ${command} at ${url} failed: ${output(error)}`);
  });
  // A refused request is printed, not always told by the exit code.
  const printed = `${stdout}${stderr}`;
  if (!printed.includes('Done!')) throw new Error(`directus-sync ${command} at ${url} did not finish: ${printed}`);
  return printed;
}

/** What a failed child printed; its error alone says only that it failed. */
function output(error: unknown): string {
  const { stdout, stderr } = error as { stdout?: string; stderr?: string };
  return [stdout, stderr].filter(Boolean).join('\n') || String(error);
}
