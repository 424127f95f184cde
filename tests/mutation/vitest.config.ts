import { defineConfig } from 'vitest/config';

/** The core's own tests alone: a mutant of the core counts as found only when these find it. */
export default defineConfig({
  test: { include: ['extensions/core/src/**/*.test.ts'], setupFiles: ['tests/mutation/fewerRuns.ts'], testTimeout: 120_000 },
});
