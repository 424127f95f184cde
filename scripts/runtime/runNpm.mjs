// @ts-check
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainNpmFault } from './explainNpmFault.mjs';
import { findNpm } from './findNpm.mjs';
import { showProgress } from './showProgress.mjs';
import { RuntimeFault } from './RuntimeFault.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * @typedef {object} NpmRun
 * @property {string} title what people read while it runs
 * @property {string} node the Node that runs npm
 * @property {string[]} args
 * @property {string} cwd
 * @property {string} log file for everything npm says
 * @property {number} expected packages to fetch; 0 when unknown
 * @property {number} neededMegabytes
 * @property {Record<string, string>} [env]
 */

/** Faults that often pass by themselves. */
const PASSING = /ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|EINTEGRITY|HTTP 5\d\d|\b50[234]\b/;

/**
 * Runs npm with visible progress; tries a second time where the fault may pass.
 * @param {NpmRun} run
 */
export async function runNpm(run) {
  assertSpace(run);
  const first = await attempt(run);
  if (first === undefined) return;
  const second = PASSING.test(first) ? await attempt({ ...run, title: runtimeTexts.again(run.title) }) : first;
  if (second !== undefined) throw explainNpmFault(run, second);
}

/**
 * @param {NpmRun} run
 * @returns {Promise<string | undefined>} what npm said about its failure
 */
async function attempt(run) {
  writeFileSync(run.log, `\n${new Date().toISOString()} npm ${run.args.join(' ')}\n`, { flag: existsSync(run.log) ? 'a' : 'w' });
  const progress = showProgress(run);
  // In a group of its own so that an interruption ends npm's children (downloads, compilers) as well.
  const child = spawn(run.node, [findNpm(), ...run.args, '--loglevel=http'], {
    cwd: run.cwd,
    env: { ...npmEnvironment(run.node), ...run.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let tail = '';
  const read = (/** @type {Buffer} */ chunk) => {
    const text = chunk.toString('utf8');
    appendFileSync(run.log, text);
    progress.fetched((text.match(/http (fetch|cache) .*\.tgz/g) ?? []).length);
    tail = (tail + text).slice(-20_000);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const stop = () => {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
    process.stderr.write(`\n${runtimeTexts.interrupted()}\n`);
    process.exit(130);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      tail += String(error);
      resolve(1);
    });
    child.once('close', resolve);
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.removeListener(signal, stop);
  progress.end(code === 0);
  return code === 0 ? undefined : tail;
}

/**
 * What an outer `npm start` puts into the environment would make the inner npm believe it works elsewhere.
 * @param {string} node
 */
function npmEnvironment(node) {
  const entries = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|command|node|config_local_prefix|config_ignore_scripts|config_omit|config_production)/.test(name) &&
      name !== 'NODE_ENV' &&
      name !== 'NODE_OPTIONS',
  );
  const path = process.platform === 'win32' ? 'Path' : 'PATH';
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...Object.fromEntries(entries), [path]: `${dirname(node)}${separator}${process.env[path] ?? ''}` };
}

/** @param {NpmRun} run */
function assertSpace(run) {
  const disk = statfsSync(run.cwd);
  const free = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
  if (free >= run.neededMegabytes) return;
  throw new RuntimeFault(runtimeTexts.noSpace(run.title, run.neededMegabytes, run.cwd, free), runtimeTexts.noSpaceRemedy());
}
