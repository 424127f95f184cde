import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const scripts = resolve(import.meta.dirname, '..');

it('comes before every reading of the settings: a command that knows nothing of .env would look into the data folder of the checkout', () => {
  const readers = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    // Containers are given their settings by docker-compose.yml.
    .filter((file) => !file.startsWith('compose'))
    .filter((file) => readFileSync(join(scripts, file), 'utf8').includes('readStackConfig(process.env)'));
  expect(readers.length).toBeGreaterThan(5);
  for (const file of readers) expect(readFileSync(join(scripts, file), 'utf8'), file).toMatch(/^\s*loadEnvironment\(\);$/m);
});
