import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { printFault } from '../../scripts/stack/printFault.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { FaultySmtp } from './FaultySmtp.ts';
import { relayPort, testConfig } from './testConfig.ts';

/** What a command that torments a stack is given. */
export interface Tormented {
  readonly stack: Stack;
  readonly smtp: FaultySmtp;
  /** A port of this stack's own for one more part. */
  readonly sparePort: number;
  /** Tells whoever waits. */
  readonly say: (line: string) => void;
}

/**
 * Runs a command on a whole stack of its own, and prints what it reports as JSON. The stack's data is removed when all went well, else kept and named.
 *
 * @param name of the command, for the data folder
 * @param keep what the relay keeps of each mail; all of it where nothing is given
 */
export async function onOwnStack(
  name: string,
  work: (means: Tormented) => Promise<{ readonly well: boolean; readonly report: object }>,
  keep?: ConstructorParameters<typeof FaultySmtp>[1],
): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const dataDir = await mkdtemp(join(tmpdir(), `zhudian-${name}-`));
  try {
    const base = await freePortBase();
    const smtp = new FaultySmtp(relayPort(base), keep);
    await smtp.listen();
    const stack = await startStack(testConfig(dataDir, base), (line) => say(`✓ ${line}`));
    let isWell = false;
    try {
      const { well, report } = await work({ stack, smtp, sparePort: base + 2, say });
      isWell = well;
      process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2)}\n`);
    } finally {
      await stack.close();
      await smtp.close();
      if (isWell) await rm(dataDir, { recursive: true, force: true });
      else say(`Data and logs are kept in ${dataDir}`);
    }
    process.exitCode = isWell ? 0 : 1;
  } catch (error) {
    printFault(error);
    process.exitCode = 1;
  }
}
