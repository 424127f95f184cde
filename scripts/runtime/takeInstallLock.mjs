// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * One installation at a time: a second start waits for the first to have installed, and says so. A lock whose holder is gone
 * counts for nothing.
 * @param {string} file
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeInstallLock(file) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      const release = () => rmSync(file, { force: true });
      process.once('exit', release);
      return () => {
        process.removeListener('exit', release);
        release();
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = read(file);
    if (holder !== undefined && !isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) process.stderr.write(`${runtimeTexts.waiting(String(holder ?? '?'))}\n`);
    told = true;
    await sleep(500);
  }
}

/** @param {string} file */
function read(file) {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined; // given back in between
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
