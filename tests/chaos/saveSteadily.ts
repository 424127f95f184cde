import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './Dice.ts';
import type { Escalations } from './escalations.ts';

/** Milliseconds between two saves at most. */
const EVERY = 2000;
/** More that wait would only measure the machine. */
const WAITING = 200;
/** Saves through the API under way at once. */
const PEOPLE = 12;

/** Saves major hazards until the time is over: half by SQL, some at a time, half through the API of whichever Directus is there. */
export async function saveSteadily(escalations: Escalations, dice: Dice, until: number): Promise<void> {
  const saving = new Set<Promise<void>>();
  const failed: unknown[] = [];
  while (Date.now() < until) {
    await pause(dice.roll(EVERY));
    const { events, sent } = await escalations.progress();
    if (events - sent > WAITING) continue;
    if (dice.roll(2) === 0) await escalations.saveBySql(1 + dice.roll(8));
    else
      for (let left = 1 + dice.roll(4); left > 0 && saving.size < PEOPLE; left -= 1) {
        const save = escalations
          .saveByApi()
          .catch((error: unknown) => void failed.push(error))
          .then(() => void saving.delete(save));
        saving.add(save);
      }
  }
  await Promise.all(saving);
  if (failed.length > 0) throw failed[0];
}
