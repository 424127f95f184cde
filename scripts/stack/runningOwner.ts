import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processIdentity.ts';

/** Who has a data folder open. */
export interface Owner {
  readonly pid: number;
  readonly identity: string;
  /** The checkout it runs from; earlier versions did not say. */
  readonly repository?: string | undefined;
}

export const OWNER_FILE = 'owner.json';

/** The live owner of a data folder. Asked before packages are installed as well, so it needs none. */
export function runningOwner(dataDir: string): Owner | undefined {
  const owner = readOwner(join(dataDir, OWNER_FILE));
  return owner && owner.pid !== process.pid && processIdentity(owner.pid) === owner.identity ? owner : undefined;
}

/** A file cut short by a crash counts as none. */
function readOwner(file: string): Owner | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  try {
    const { pid, identity, repository } = JSON.parse(text) as Partial<Record<keyof Owner, unknown>>;
    if (typeof pid !== 'number' || typeof identity !== 'string') return undefined;
    return { pid, identity, repository: typeof repository === 'string' ? repository : undefined };
  } catch {
    return undefined;
  }
}
