import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../../scripts/stack/Part.ts';
import type { Dice } from './Dice.ts';
import { keepUp } from './keepUp.ts';
import type { Tally } from './Tally.ts';

/** Milliseconds, each the most of its kind. */
export interface Pace {
  /** From "it is up" to the next kill, besides half of what it took to come up: on a slow machine nothing would ever be up otherwise. */
  readonly up: number;
  /** From the kill to the next start. */
  readonly down: number;
}

/**
 * Kills a part at random moments until the time is over, every fourth time once more while it starts; it is up at the end. When it ends by
 * itself, because another part is gone, it is started again as a service manager would.
 */
export async function tormentPart(part: Part, dice: Dice, { up, down }: Pace, until: number, tally: Tally): Promise<void> {
  const { title } = part.spec;
  const is = (state: Part['state']): boolean => part.state === state;
  let reviving: Promise<void> = Promise.resolve();
  let took = 0;
  part.onDeath = () => {
    tally.add(`${title} ended by itself`);
    reviving = pause(1000).then(() => keepUp(part));
    reviving.catch(() => undefined); // whoever waits below hears of it
  };
  while (Date.now() < until) {
    await pause(dice.roll(up) + took / 2);
    await reviving;
    if (!is('running') || Date.now() >= until) continue;
    await part.kill();
    tally.add(`${title} killed`);
    await pause(dice.roll(down));
    const began = Date.now();
    const starting = keepUp(part);
    if (dice.roll(4) === 0) {
      await pause(dice.roll(6000));
      if (is('starting')) {
        part.signal('SIGKILL');
        tally.add(`${title} killed while starting`);
      }
    }
    await starting;
    took = Date.now() - began;
  }
  await reviving;
  await keepUp(part);
}
