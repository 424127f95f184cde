import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { environmentFaults } from './check/environmentFaults.ts';
import { licenceFaults } from './check/licenceFaults.ts';
import { fieldFaults, type FieldPermission } from './check/fieldFaults.ts';
import { permissionFaults } from './check/permissionFaults.ts';
import { momentFaults } from './check/momentFaults.ts';
import { translationFaults } from './check/translationFaults.ts';
import { readSnapshot } from './schema/readSnapshot.ts';
import { checkWorkflows } from './workflows/checkWorkflows.ts';

/** `npm run check`: everything that can be said about the files without running them. `-- --fix` puts right what can be. */
const fix = process.argv.includes('--fix');
const repository = resolve(import.meta.dirname, '..');
const permissions = join(repository, 'schema/directus/collections/permissions.json');

const tool = async (script: string, ...args: string[]): Promise<string[]> => {
  const result = await execa(process.execPath, [join(repository, script), ...args], { cwd: repository, all: true, reject: false });
  return result.exitCode === 0 ? [] : [result.all.trim() || `ended with ${result.exitCode ?? result.signal ?? '?'}`];
};

const checks: [string, () => Promise<string[]>][] = [
  ['types', async () => tool('node_modules/vue-tsc/bin/vue-tsc.js', '-p', '.')],
  [
    'eslint',
    async () =>
      tool(
        'node_modules/eslint/bin/eslint.js',
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        '.runtime/eslint',
        ...(fix ? ['--fix'] : []),
      ),
  ],
  [
    'format',
    async () =>
      tool(
        'node_modules/prettier/bin/prettier.cjs',
        fix ? '--write' : '--check',
        '--log-level',
        'warn',
        '--cache',
        '--cache-location',
        '.runtime/prettier',
        '.',
      ),
  ],
  [
    'imports',
    async () =>
      tool(
        'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.mjs',
        'extensions',
        'scripts',
        'tests',
        'schema',
      ),
  ],
  ['templates', async () => tool('scripts/templates/build.ts', '--check')],
  ['workflows', async () => checkWorkflows()],
  ['generated types', async () => (existsSync(join(repository, 'schema/directus')) ? tool('scripts/schema.ts', 'types', '--check') : [])],
  ['moments', async () => momentFaults()],
  [
    'translations',
    async () =>
      translationFaults(join(repository, 'schema/directus'), [
        readFileSync(join(repository, 'extensions/directus-extension-zhudian/src/app/module/index.ts'), 'utf8'),
      ]),
  ],
  ['permissions', async () => permissionFaults(permissions)],
  ['fields', async () => fieldFaults(readSnapshot(), JSON.parse(readFileSync(permissions, 'utf8')) as FieldPermission[])],
  [
    'licences',
    async () => licenceFaults(JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as Parameters<typeof licenceFaults>[0]),
  ],
  ['.env.example', async () => environmentFaults(repository)],
];

for (const [name, run] of checks) {
  const began = performance.now();
  const faults = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name} ${seconds} s${faults.map((fault) => `\n${fault}`).join('')}`);
  if (faults.length > 0) process.exitCode = 1;
}
