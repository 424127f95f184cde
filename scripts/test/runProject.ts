import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Counts } from './Counts.ts';
import { readReport } from './readReport.ts';

/** Runs one of vitest's projects, shown as it goes; `filters` narrow it to files. All unit tests together also have to cover the core. */
export async function runProject(repository: string, project: string, filters: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'zhudian-report-'));
  const report = join(folder, 'report.json');
  try {
    const { exitCode } = await execa(
      process.execPath,
      [
        join(repository, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...(project === 'unit' && filters.length === 0 ? ['--coverage'] : []),
        ...filters,
      ],
      { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'], reject: false },
    );
    const counts = readReport(report);
    return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
