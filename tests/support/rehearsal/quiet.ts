import type { TestStack } from '../TestStack.ts';
import { waitFor } from '../waitFor.ts';

/** Nothing waits any more: no event, no mail. */
export async function quiet({ database }: TestStack, day: string): Promise<void> {
  await waitFor(
    `everything of ${day} is done and sent`,
    async () => {
      const { rows } = await database.query<{ open: string }>(
        `SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL) + (SELECT count(*) FROM deliveries WHERE status <> 'sent') AS open`,
      );
      return rows[0]?.open === '0';
    },
    120,
  );
}
