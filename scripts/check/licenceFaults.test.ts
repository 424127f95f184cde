import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { licenceFaults } from './licenceFaults.ts';

it('names a package whose licence is not free, and takes the free one of alternatives', () => {
  const faults = licenceFaults({
    packages: {
      '': {},
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: '(MIT OR GPL-3.0-or-later)' },
      'node_modules/c': { license: 'Apache-2.0 AND LGPL-3.0-or-later' },
      'node_modules/a/node_modules/d': { license: 'SSPL-1.0' },
      'node_modules/e': {},
      'node_modules/directus': { license: 'BUSL-1.1' },
    },
  });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['c', 'd', 'e']);
});

it('finds nothing in what is installed here', () => {
  expect(licenceFaults(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as never)).toEqual([]);
});
