import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './Part.ts';
import type { PartLog } from './PartLog.ts';
import type { Stack } from './Stack.ts';
import { watchStack } from './watchStack.ts';

/** Seconds before the next attempt; the last one goes on for ever. */
const BACK_OFF = [1, 2, 5, 10, 30];
/** A part that ran this long (ms) is taken for sound again. */
const SOUND_AFTER = 60_000;
/** How often (ms) somebody looks whether a log has grown large. */
const LOOK_AT_LOGS = 60_000;

/** Brings a part that dies back up, and tells so; the robot tells those far away of what stays down. Ends by itself when the stack is closed. */
export function superviseStack(stack: Stack, tell: (line: string) => void): void {
  const parts = [stack.postgres, stack.mail, stack.directus, stack.n8n];
  for (const part of parts) supervise(part, tell);
  setInterval(() => {
    for (const { log } of parts) keepSmall(log, tell);
  }, LOOK_AT_LOGS).unref();
  watchStack(stack, tell);
}

/** A full disk is no reason to end what still runs. */
function keepSmall(log: PartLog, tell: (line: string) => void): void {
  try {
    log.rotate();
  } catch (error) {
    tell(`✗ ${log.file} cannot be put aside: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function supervise(part: Part, tell: (line: string) => void): void {
  let failures = 0;
  let healthySince = Date.now();
  const onDeath = (reason: string) => {
    if (Date.now() - healthySince > SOUND_AFTER) failures = 0;
    tell(`✗ ${part.spec.title} ended by itself (${reason}); its log: ${part.log.file}`);
    void revive();
  };
  const revive = async () => {
    while (part.onDeath === onDeath) {
      const pause = BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] ?? 30;
      failures += 1;
      await sleep(pause * 1000);
      if (part.onDeath !== onDeath || part.state !== 'stopped') return;
      try {
        await part.start();
        healthySince = Date.now();
        tell(`✓ ${part.spec.title} is up again`);
        return;
      } catch (error) {
        if (part.onDeath === onDeath) tell(`✗ ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  part.onDeath = onDeath;
}
