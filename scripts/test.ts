import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { findBrowser } from './test/findBrowser.ts';
import { runProject } from './test/runProject.ts';

const PROJECTS = ['unit', 'integration', 'e2e'];

const command = new Command('npm test --')
  .description('Runs the unit tests, then those on a real stack of their own, then those in a real browser.')
  .argument('[files...]', 'only test files whose path contains one of these')
  .option('--only <project...>', `only these: ${PROJECTS.join(', ')}`, PROJECTS)
  .parse();
const { only } = command.opts<{ only: string[] }>();
const repository = resolve(import.meta.dirname, '..');

// One provisioned stack for all projects; each file of tests starts on a copy of it.
const template = mkdtempSync(join(tmpdir(), 'zhudian-template-'));
process.env['ZHUDIAN_TEST_TEMPLATE'] = template;

let passed = 0;
let failed = 0;
for (const project of PROJECTS.filter((name) => only.includes(name))) {
  if (project === 'e2e' && findBrowser() === undefined) {
    process.stdout.write('\ne2e: skipped, since no Chromium was found (apt-get install chromium, or set ZHUDIAN_CHROMIUM to a browser).\n');
    continue;
  }
  process.stdout.write(`\n── ${project}\n`);
  const counts = await runProject(repository, project, command.args);
  passed += counts.passed;
  failed += counts.failed;
}
rmSync(template, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
