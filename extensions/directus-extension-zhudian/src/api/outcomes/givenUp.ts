import type { HeldEvent } from '../events/OutboxEvent.ts';

/** What people must hear of: tried for ever, and closed only once a mail under the event's own key is in the ledger. */
export const NEVER_GIVEN_UP: readonly string[] = ['hazard.major', 'hazard.unacknowledged'];

const TRIES = 20;
const DAYS = 3;

/**
 * Whether an event has used up its tries, as mail does: after three days and twenty attempts. What somebody waits for ends long before that, by
 * `requests/watchRequests.ts`.
 *
 * @param event without a topic: a place of a consumer that answers for nothing
 */
export function usedUp({ topic, attempts, created_at }: Pick<HeldEvent, 'attempts' | 'created_at'> & { readonly topic?: string }): boolean {
  const isKept = topic !== undefined && NEVER_GIVEN_UP.includes(topic);
  return !isKept && attempts >= TRIES && Date.now() - created_at.getTime() > DAYS * 86_400_000;
}
