// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * Runs a script to its end. Its channel to us closes when we die, however we die, so that it can stop what it started.
 * @param {string} node
 * @param {string[]} args
 * @param {string} runtimeDir
 * @returns {Promise<number>} its exit code
 */
export async function runScript(node, args, runtimeDir) {
  const path = process.platform === 'win32' ? 'Path' : 'PATH';
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}`,
      // Directus and n8n are tens of thousands of files: with their compiled form kept, the second start takes half the time.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(runtimeDir, 'compile-cache'),
    },
  });
  // On a terminal Ctrl-C reaches the child by itself; sent by somebody else it reaches only us.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    });
  }
  const watch = watchParent(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]));
    });
  });
}

/**
 * `npm start` puts a shell between npm and us, which does not pass signals on: killing npm would leave all running.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      onGone();
    }
  }, 1_000);
  timer.unref();
  return timer;
}
