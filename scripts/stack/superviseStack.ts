import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './Part.ts';
import type { PartLog } from './PartLog.ts';
import type { Stack } from './Stack.ts';
import { superviseTexts } from '../texts/superviseTexts.ts';
import { watchHanging } from './watchHanging.ts';
import { watchStack } from './watchStack.ts';

/** Seconds before the next attempt; the last one goes on for ever. */
const BACK_OFF = [1, 2, 5, 10, 30];
/** A part that ran this long (ms) is taken for sound again. */
const SOUND_AFTER = 60_000;
/** Milliseconds without an answer after which a part is ended and started again, and between two looks. A month-end keeps Directus busy for seconds. */
const HANGS_AFTER = 120_000;
const LOOK_FOR_HANGING = 15_000;
/** How often (ms) somebody looks whether a log has grown large. */
const LOOK_AT_LOGS = 60_000;

/** Brings a part that dies or hangs back up, and tells so; the robot tells those far away of what stays down. Ends by itself when the stack is closed. */
export function superviseStack(stack: Stack, tell: (line: string) => void): void {
  const parts = [stack.postgres, stack.directus, stack.n8n, ...(stack.config.production ? [] : [stack.mail])];
  for (const part of parts) supervise(part, tell);
  // A database that is silent may be bringing itself back from its log: nobody ends it.
  for (const part of parts.filter((one) => one !== stack.postgres))
    watchHanging(part, {
      every: LOOK_FOR_HANGING,
      after: HANGS_AFTER,
      isExcused: async () => !(await stack.postgres.healthy()),
      tell: ({ spec, log }, seconds) => tell(superviseTexts.hangs(spec.title, seconds, log.file)),
    });
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
    tell(superviseTexts.notRotated(log.file, error instanceof Error ? error.message : String(error)));
  }
}

/** Starts a part again whenever it has ended by itself, for as long as it is not retired. */
export function supervise(part: Part, tell: (line: string) => void): void {
  let failures = 0;
  let healthySince = Date.now();
  const onDeath = (reason: string) => {
    if (Date.now() - healthySince > SOUND_AFTER) failures = 0;
    tell(superviseTexts.ended(part.spec.title, reason, part.log.file));
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
        tell(superviseTexts.upAgain(part.spec.title));
        return;
      } catch (error) {
        if (part.onDeath === onDeath) tell(`✗ ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  part.onDeath = onDeath;
}
