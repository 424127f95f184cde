import { setTimeout as pause } from 'node:timers/promises';
import type { FaultySmtp, SmtpMood } from '../../tests/support/FaultySmtp.ts';
import type { Part } from '../stack/Part.ts';
import type { Stack } from '../stack/Stack.ts';
import type { Dice } from './Dice.ts';

const MOODS: readonly [SmtpMood, ...SmtpMood[]] = ['defer', 'reject', 'hang', 'close_after_data', 'refuse_sender'];
export const TROUBLES = [
  'Directus killed',
  'n8n killed',
  'PostgreSQL killed',
  'Directus and n8n killed',
  'relay faulty',
  'relay gone',
  'none',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Up to this long after the save (ms): every step of an escalation lies in it. */
const WITHIN = 1200;

/** One piece of trouble at a random moment after a save, and everything up again at its end. */
export async function chaosRound(stack: Stack, smtp: FaultySmtp, dice: Dice): Promise<Trouble> {
  const trouble = dice.pick<Trouble>(TROUBLES);
  await pause(dice.roll(WITHIN));
  const crash = async (...parts: Part[]): Promise<void> => {
    await Promise.all(parts.map((part) => part.kill()));
    await pause(dice.roll(2000));
    await Promise.all(parts.map((part) => part.start()));
  };
  if (trouble === 'Directus killed') await crash(stack.directus);
  if (trouble === 'n8n killed') await crash(stack.n8n);
  if (trouble === 'PostgreSQL killed') await crash(stack.postgres);
  if (trouble === 'Directus and n8n killed') await crash(stack.directus, stack.n8n);
  if (trouble === 'relay faulty') {
    smtp.mood = dice.pick(MOODS);
    await pause(2000 + dice.roll(3000));
    smtp.mood = 'accept';
  }
  if (trouble === 'relay gone') {
    await smtp.close();
    await pause(1000 + dice.roll(3000));
    await smtp.listen();
  }
  return trouble;
}
