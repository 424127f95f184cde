import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Counts } from './Counts.ts';
import { TIMES } from './FileTimes.ts';
import { readReport } from './readReport.ts';

/** What a run is about. */
interface Asked {
  readonly projects: readonly string[];
  /** Only files whose path contains one of these; none: all. */
  readonly files: readonly string[];
  /** Only tests whose title matches. */
  readonly title?: string | undefined;
}

/** Counts, and the seconds each file took. */
export interface Outcome extends Counts {
  readonly times: Readonly<Record<string, number>>;
}

/** Runs some of vitest's projects together, shown as it goes. All unit tests together also have to cover the core. */
export async function runProjects(repository: string, { projects, files, title }: Asked, coverage: boolean): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'zhudian-report-'));
  const report = join(folder, 'report.json');
  const times = join(folder, 'times.json');
  try {
    const { exitCode } = await execa(
      process.execPath,
      [
        join(repository, 'node_modules/vitest/vitest.mjs'),
        ...['run', ...projects.flatMap((project) => ['--project', project]), '--passWithNoTests'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${join(import.meta.dirname, 'FileTimes.ts')}`],
        ...(title === undefined ? [] : ['--testNamePattern', title]),
        ...(coverage ? ['--coverage'] : []),
        ...files,
      ],
      { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'], reject: false, env: { [TIMES]: times } },
    );
    const counts = readReport(report);
    const taken = existsSync(times) ? (JSON.parse(readFileSync(times, 'utf8')) as Outcome['times']) : {};
    return { ...counts, failed: exitCode !== 0 && counts.failed === 0 ? 1 : counts.failed, times: taken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
