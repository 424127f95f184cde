import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that read settings; each names every one it reads. */
const READERS = [
  'scripts/stack/readStackConfig.ts',
  'scripts/runtime/main.mjs',
  'extensions/directus-extension-zhudian/src/config.ts',
  'scripts/test/findBrowser.ts',
];
const NAME = /\bZHUDIAN_[A-Z_]+\b/g;

/** Settings read but not in `.env.example`, and the other way round. */
export function environmentFaults(repository: string): string[] {
  const read = (file: string) => new Set(readFileSync(join(repository, file), 'utf8').match(NAME) ?? []);
  const known = new Set(READERS.flatMap((file) => [...read(file)]));
  const example = read('.env.example');
  return [
    ...[...known].filter((name) => !example.has(name)).map((name) => `.env.example does not mention ${name}, which the code reads.`),
    ...[...example].filter((name) => !known.has(name)).map((name) => `.env.example mentions ${name}, which nothing reads.`),
  ];
}
