import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The name of a folder that is not there yet, for what a restore puts aside: `before-20261125T064000Z`; with a number after it within the same second. */
export function asideName(at: Date, dataDir: string): string {
  const name = `before-${at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`;
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(dataDir, one))) return one;
  }
}
