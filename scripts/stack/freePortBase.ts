import { randomInt } from 'node:crypto';
import { portIsFree } from './portIsFree.ts';

/**
 * A base whose ten ports are all free, below the range the kernel hands out by itself (32768 and up on Linux).
 *
 * @param first the base to take if it is free
 */
export async function freePortBase(first?: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const base = attempt === 0 && first !== undefined ? first : randomInt(1_100, 3_200) * 10;
    const free = await Promise.all(Array.from({ length: 10 }, (_, offset) => portIsFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No ten free ports in a row between 11000 and 32000.');
}
