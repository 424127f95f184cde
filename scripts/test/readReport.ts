import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import type { Counts } from './Counts.ts';

const reportSchema = z.object({
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts from the JSON report of vitest. No report means that the run itself broke: one failure. */
export function readReport(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { success, testResults } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const tests = testResults.flatMap((result) => result.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const brokenFiles = testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + brokenFiles;
  // A failure outside of any test (an unhandled rejection) must not end green.
  return { passed, failed: failed === 0 && !success ? 1 : failed };
}
