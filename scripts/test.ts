import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { execa } from 'execa';
import { findBrowser } from './test/findBrowser.ts';
import { runProjects, type Outcome } from './test/runProjects.ts';
import { slowestFiles } from './test/slowestFiles.ts';

const PROJECTS = ['unit', 'integration', 'e2e'];
/** What says in minutes whether something is badly broken. */
const QUICK = 'quick';

const command = new Command('npm test --')
  .description('Runs the unit tests, then those on a real stack of their own together with those in a real browser.')
  .argument('[files...]', 'only test files whose path contains one of these')
  .option(
    '--only <project...>',
    `only these: ${PROJECTS.join(', ')}; or ${QUICK}: types, lint, unit tests, and one report of a major hazard`,
    PROJECTS,
  )
  .parse();
const { only } = command.opts<{ only: string[] }>();
const repository = resolve(import.meta.dirname, '..');
const outcomes: Outcome[] = [];

if (only.includes(QUICK)) {
  heading('types and lint');
  outcomes.push(await check());
  heading('unit');
  outcomes.push(await runProjects(repository, { projects: ['unit'], files: [] }, false));
  heading('one report of a major hazard');
  const report = { files: ['integration/escalation'], title: 'a major hazard reaches the city office' };
  outcomes.push(await onStacks({ projects: ['integration'], ...report }, join(repository, '.runtime/quick-template')));
} else {
  const files = command.args;
  if (only.includes('unit')) {
    heading('unit');
    outcomes.push(await runProjects(repository, { projects: ['unit'], files }, files.length === 0));
  }
  const projects = PROJECTS.filter((project) => project !== 'unit' && only.includes(project));
  if (projects.includes('e2e') && findBrowser() === undefined) {
    projects.splice(projects.indexOf('e2e'), 1);
    process.stdout.write('\ne2e: skipped, since no Chromium was found (apt-get install chromium, or set ZHUDIAN_CHROMIUM to a browser).\n');
  }
  if (projects.length > 0) {
    heading(projects.join(', '));
    outcomes.push(await onStacks({ projects, files }));
  }
}
const slowest = slowestFiles(Object.assign({}, ...outcomes.map(({ times }) => times)) as Outcome['times']);
if (slowest !== '') process.stdout.write(`\nThe slowest files:\n${slowest}\n`);
const sum = (of: 'passed' | 'failed'): number => outcomes.reduce((all, outcome) => all + outcome[of], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

function heading(what: string): void {
  process.stdout.write(`\n── ${what}\n`);
}

/** Everything that can be said of the files without running them counts as one test. */
async function check(): Promise<Outcome> {
  const { exitCode } = await execa(process.execPath, [join(repository, 'scripts/check.ts')], { cwd: repository, stdio: 'inherit', reject: false });
  return exitCode === 0 ? { passed: 1, failed: 0, times: {} } : { passed: 0, failed: 1, times: {} };
}

/**
 * One provisioned stack for all projects; those of the workers are copies of it.
 *
 * @param kept a folder where it stays for the next time; what has changed since is brought in when a copy starts
 */
async function onStacks(asked: Parameters<typeof runProjects>[1], kept?: string): Promise<Outcome> {
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const template = kept ?? mkdtempSync(join(tmpdir(), 'zhudian-template-'));
  process.env['ZHUDIAN_TEST_TEMPLATE'] = template;
  try {
    return await runProjects(repository, asked, false);
  } finally {
    if (kept === undefined) rmSync(template, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
