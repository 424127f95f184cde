import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '../../../scripts/stack/Stack.ts';

/** Milliseconds a run of a file that has ended may still take. */
const PATIENCE = 20_000;

/** Waits until no workflow runs any more; says whether one did. What does not end by itself ends with n8n. */
export async function endRuns(stack: Stack): Promise<boolean> {
  const { n8n } = stack;
  const client = await stack.connect('n8n');
  try {
    // Those of an n8n that was killed stand there as if they ran.
    const runs = async (): Promise<number> =>
      (await client.query(`SELECT 1 FROM execution_entity WHERE status IN ('new', 'running', 'waiting') AND "createdAt" > $1`, [n8n.startedAt]))
        .rowCount ?? 0;
    if ((await runs()) === 0) return false;
    for (const until = performance.now() + PATIENCE; performance.now() < until;) {
      await pause(100);
      if ((await runs()) === 0) return true;
    }
    await n8n.kill();
    await n8n.start();
    return true;
  } finally {
    await client.end();
  }
}
