import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Names the file that the times of a run are written to. */
export const TIMES = 'ZHUDIAN_TEST_TIMES';

/** A reporter that notes how many seconds each file took, with what was done before and after its tests. */
export default class FileTimes implements Reporter {
  readonly #times: Record<string, number> = {};
  #root = '';

  onInit({ config }: Vitest): void {
    this.#root = config.root;
  }

  onTestModuleEnd(file: TestModule): void {
    const { duration, collectDuration } = file.diagnostic();
    this.#times[relative(this.#root, file.moduleId)] = (duration + collectDuration) / 1000;
  }

  onTestRunEnd(): void {
    const to = process.env[TIMES];
    if (to) writeFileSync(to, JSON.stringify(this.#times));
  }
}
