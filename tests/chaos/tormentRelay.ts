import { setTimeout as pause } from 'node:timers/promises';
import type { FaultySmtp, SmtpMood } from '../support/FaultySmtp.ts';
import type { Dice } from './Dice.ts';
import type { Tally } from './Tally.ts';

const FAULTS: readonly [SmtpMood | 'gone', ...(SmtpMood | 'gone')[]] = [
  'defer',
  'reject',
  'hang',
  'close_after_data',
  'shut_down',
  'cut',
  'slow',
  'refuse_sender',
  'gone',
];
/** Milliseconds a fault and the peace after it last at most. */
const FAULT = 2000;
const PEACE = 3000;

/** Changes how the relay behaves at random moments until the time is over; it accepts at the end. */
export async function tormentRelay(smtp: FaultySmtp, dice: Dice, until: number, tally: Tally): Promise<void> {
  while (Date.now() < until) {
    await pause(dice.roll(PEACE));
    const fault = dice.pick(FAULTS);
    tally.add(`relay: ${fault}`);
    if (fault === 'gone') await smtp.close();
    else smtp.mood = fault;
    await pause(dice.roll(FAULT));
    if (fault === 'gone') await smtp.listen();
    smtp.mood = 'accept';
  }
}
