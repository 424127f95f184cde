// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuntimeFault } from './RuntimeFault.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * Refuses to replace the packages that a running installation of this checkout is made of: after `git checkout` of another version the nightly
 * backup would take them away from under Directus and n8n.
 * @param {string} repository
 * @param {string} node a Node 24: it alone reads TypeScript
 */
export function assertNotInUse(repository, node) {
  if (!existsSync(join(repository, 'node_modules'))) return;
  const owner = execFileSync(node, [fileURLToPath(new URL('askOwner.ts', import.meta.url)), repository], { encoding: 'utf8' });
  if (owner === '') return;
  throw new RuntimeFault(runtimeTexts.inUse(owner), runtimeTexts.inUseRemedy());
}
