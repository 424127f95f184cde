import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from './Dice.ts';
import type { Escalations } from './escalations.ts';

/** Milliseconds between two saves at most. */
const EVERY = 2000;
/** More that wait would only measure the machine. */
const WAITING = 200;

/** Saves major hazards until the time is over: half by SQL, some at a time, half one by one through the API of whichever Directus is there. */
export async function saveSteadily(escalations: Escalations, dice: Dice, until: number): Promise<void> {
  while (Date.now() < until) {
    await pause(dice.roll(EVERY));
    const { events, sent } = await escalations.progress();
    if (events - sent > WAITING) continue;
    if (dice.roll(2) === 0) await escalations.saveBySql(1 + dice.roll(8));
    else for (let left = 1 + dice.roll(4); left > 0; left -= 1) await escalations.saveByApi();
  }
}
