import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/LongestFirst.ts';

// What commands say is compared in English, whatever the terminal speaks.
process.env['ZHUDIAN_LANGUAGE'] ??= 'en';

/** So many files of tests run side by side, each on a whole stack. */
const STACKS = Number(process.env['ZHUDIAN_TEST_STACKS'] ?? 2);

/** Three kinds of tests; `npm test` runs the first alone, the others together. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Of the core, by all unit tests together; `npm test` measures it whenever it runs them all.
    coverage: {
      provider: 'v8',
      include: ['extensions/core/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reporter: ['text-summary'],
      reportsDirectory: '.runtime/coverage',
      thresholds: { branches: 95 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          // Not a measure of speed: a test that takes a second alone takes many beside a busy neighbour.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['extensions/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/{attack,bench,chaos,mutation,scale}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // A process for each file would take longer than its tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/provisionTemplate.ts'],
          maxWorkers: STACKS,
          // The files of a worker share its stack (`tests/support/shared`).
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/provisionTemplate.ts'],
          maxWorkers: STACKS,
          // The files of a worker share its stack (`tests/support/shared`).
          isolate: false,
          testTimeout: 420_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
