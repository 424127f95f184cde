import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the data folder of an office: the moment from which on it is one. */
export const PRODUCTION_FILE = 'production';

/** Since when a data folder is an office's; undefined where it is none. Whoever may not read the mark is told by the fault of reading. */
export function productionSince(dataDir: string): string | undefined {
  const file = join(dataDir, PRODUCTION_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Marks the folder, once. */
export function markProduction(dataDir: string, now = new Date()): void {
  if (productionSince(dataDir) === undefined) writeFileSync(join(dataDir, PRODUCTION_FILE), `${now.toISOString()}\n`, { mode: 0o600 });
}
