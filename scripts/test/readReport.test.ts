import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readReport } from './readReport.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-report-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function counts(report: unknown): ReturnType<typeof readReport> {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return readReport(file);
}

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });

describe('the report of a test run', () => {
  it('counts passed and failed tests, and leaves skipped ones out', () => {
    expect(counts({ success: false, testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed')] })).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(counts({ success: false, testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a set-up that failed before its tests as a failure', () => {
    expect(counts({ success: false, testResults: [file('failed', 'pending', 'pending')] })).toEqual({ passed: 0, failed: 1 });
  });

  it('counts an unhandled rejection as a failure', () => {
    expect(counts({ success: false, testResults: [file('passed', 'passed')] })).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run that left no report as a failure', () => {
    expect(readReport(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  });
});
