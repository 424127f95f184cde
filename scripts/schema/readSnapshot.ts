import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUMP } from './directusSync.ts';
import type { Snapshot } from './Snapshot.ts';

/** The data model as the dump describes it, in the order of the names. */
export function readSnapshot(): Snapshot {
  return { collections: readAll('collections'), fields: readAll('fields'), relations: readAll('relations') };
}

function readAll<T>(part: string): T[] {
  const folder = join(DUMP, 'snapshot', part);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T);
}
