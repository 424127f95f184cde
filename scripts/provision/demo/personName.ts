import type { Random } from './Random.ts';
import { givenNames, surnames } from './wording.ts';

/** An invented person. */
export function personName(random: Random): string {
  return random.pick([...surnames]) + random.pick(givenNames);
}
