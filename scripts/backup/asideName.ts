import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a restore, or a reset, has put aside. */
export const isAside = (name: string): boolean => /^before-\d{8}T\d{6}Z(?:-\d+)?$/.test(name);

/** The name of a folder that is not there yet, for what is put aside: `before-20261125T064000Z`; with a number after it within the same second. */
export function asideName(at: Date, dataDir: string): string {
  const name = `before-${at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`;
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(dataDir, one))) return one;
  }
}
