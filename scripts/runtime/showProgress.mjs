// @ts-check
import { statfsSync } from 'node:fs';
import { runtimeTexts } from './runtimeTexts.mjs';

/**
 * A line on stderr that moves: time passed, packages fetched, space taken. Without a terminal a new line every ten seconds.
 * @param {{title: string, cwd: string, expected: number}} run
 */
export function showProgress({ title, cwd, expected }) {
  const began = Date.now();
  const before = freeBytes(cwd);
  const terminal = process.stderr.isTTY === true;
  let count = 0;
  const text = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const packages = expected > 1 && count > 0 ? runtimeTexts.packages(Math.min(count, expected), expected) : '';
    const written = Math.max(0, before - freeBytes(cwd)) / 1e9;
    return `${title} … ${time}${packages}${written >= 0.1 ? `, ${written.toFixed(1)} GB` : ''}`;
  };
  const show = () => process.stderr.write(terminal ? `\r\u001b[2K${text()}` : `${text()}\n`);
  show();
  const timer = setInterval(show, terminal ? 500 : 10_000);
  return {
    /** @param {number} more */
    fetched(more) {
      count += more;
    },
    /** @param {boolean} good */
    end(good) {
      clearInterval(timer);
      process.stderr.write(`${terminal ? '\r\u001b[2K' : ''}${good ? '✓' : '✗'} ${text().replace(' … ', ' ')}\n`);
    },
  };
}

/** @param {string} path */
function freeBytes(path) {
  const disk = statfsSync(path);
  return disk.bavail * disk.bsize;
}
