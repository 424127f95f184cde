import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSnapshot } from './readSnapshot.ts';
import { renderTypes } from './renderTypes.ts';

const TYPES = fileURLToPath(new URL('../../schema/types.ts', import.meta.url));

/** Writes `schema/types.ts` from the dump; with `check` it only says whether the file is up to date. */
export function writeTypes(options: { readonly check?: boolean } = {}): boolean {
  const wanted = renderTypes(readSnapshot());
  if (options.check) return readOrEmpty(TYPES) === wanted;
  writeFileSync(TYPES, wanted);
  return true;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
