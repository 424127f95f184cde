import { z } from 'zod/v4';

const Level = z.object({ level: z.number().int(), made_from: z.string() });

/**
 * The level of the schema: a number that grows with each change of what a start writes into the databases, so that an older checkout knows what it
 * must not touch.
 *
 * @param madeFrom the fingerprint of all of that, now
 * @param former `schema/level.json` as it is; empty before the first
 */
export function renderLevel(madeFrom: string, former: string): string {
  const before = former === '' ? { level: 0, made_from: '' } : Level.parse(JSON.parse(former));
  const level = before.made_from === madeFrom ? before.level : before.level + 1;
  return `${JSON.stringify({ level, made_from: madeFrom }, null, 2)}\n`;
}
