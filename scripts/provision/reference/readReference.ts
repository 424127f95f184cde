import { readFileSync } from 'node:fs';

/** One file of `schema/seeds/reference`. Its shape is the caller's business: these files are ours. */
export function readReference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../schema/seeds/reference/${name}.json`, import.meta.url), 'utf8')) as T;
}
