import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { execa } from 'execa';

const CORE = 'extensions/core/src';

const command = new Command('npm run mutation --')
  .description(
    "Changes the core in thousands of small ways, one at a time, and tells which changes the core's own tests do not notice. Constants made while a module loads are left out: each would need every test again.",
  )
  .argument('[folders...]', `only these folders of ${CORE}, such as deadlines`)
  .parse();

const repository = resolve(import.meta.dirname, '../..');
const folders = command.args.length > 0 ? command.args : ['**'];
const { exitCode } = await execa(
  process.execPath,
  [
    join(repository, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    join(repository, 'tests/mutation/stryker.config.json'),
    '--mutate',
    [...folders.map((folder) => `${CORE}/${folder}/*.ts`), `!${CORE}/**/*.test.ts`, `!${CORE}/**/testing/*.ts`].join(),
  ],
  { cwd: repository, stdio: 'inherit', reject: false },
);
process.exitCode = exitCode ?? 1;
