import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './processIdentity.ts';

/** Runs `work` while no other process on this machine holds the same lock file; a dead holder's lock counts for nothing. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  const mine = `${process.pid} ${processIdentity(process.pid) ?? ''}`;
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch {
    // Held, or left behind.
  }
  try {
    const held = readFileSync(file, 'utf8');
    const [pid = '', identity] = held.split(' ');
    if (held !== '' && processIdentity(Number(pid)) !== identity) rmSync(file, { force: true });
  } catch {
    // Given back between the two: the next attempt takes it.
  }
  return false;
}
