// @ts-check
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureModules } from './ensureModules.mjs';
import { ensureNode } from './ensureNode.mjs';
import { explainAccess } from './explainAccess.mjs';
import { runScript } from './runScript.mjs';
import { RuntimeFault } from './RuntimeFault.mjs';
import { takeInstallLock } from './takeInstallLock.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * Brings Node 24 and the packages where they are missing, then runs the script and ends with its exit code.
 * @param {string[]} argv the script and its arguments
 */
export async function main([script, ...args]) {
  const repository = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
  const runtimeDir = resolve(process.env.ZHUDIAN_RUNTIME_DIR || join(repository, '.runtime'));
  try {
    if (script === undefined) throw new RuntimeFault(runtimeTexts.noScript(), runtimeTexts.noScriptRemedy());
    mkdirSync(runtimeDir, { recursive: true });
    const release = await takeInstallLock(join(runtimeDir, 'install.lock'));
    let node;
    try {
      node = await ensureNode(runtimeDir);
      await ensureModules(repository, runtimeDir, node);
    } finally {
      release();
    }
    process.exitCode = await runScript(node, [resolve(repository, script), ...args], runtimeDir);
  } catch (error) {
    const access = explainAccess(error);
    const known = access ? accessFault(access) : error;
    process.stderr.write(`\n✗ ${known instanceof Error ? known.message : String(known)}\n`);
    if (known instanceof RuntimeFault) process.stderr.write(`→ ${known.remedy}\n`);
    else if (error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  }
}

/** @param {NonNullable<ReturnType<typeof explainAccess>>} access */
function accessFault({ path, owner, account, command }) {
  return new RuntimeFault(runtimeTexts.access(path, owner, account), runtimeTexts.accessRemedy(owner, command));
}
