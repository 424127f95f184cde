import type { HttpClient } from '../../parts/HttpClient.ts';
import { startVisit } from './startVisit.ts';
import { visitOfDay } from './visitOfDay.ts';
import type { VisitKeeper } from './VisitKeeper.ts';

/**
 * The visit of an enterprise on a day: the one that is on this phone and not sent yet, the one that a partner has begun, or else a new one.
 * Whoever begins again would have two, each with a half.
 *
 * @returns its id
 */
export async function openOrStart(
  enterprise: string,
  day: string,
  api: HttpClient,
  keeper: Pick<VisitKeeper, 'unsent' | 'keep' | 'remember' | 'remembered'>,
): Promise<string> {
  const unsent = await keeper.unsent().catch(() => []);
  // One that is handed in is closed: what did not come along with it is told there, and nothing more can be written into it.
  const begun = unsent.find(
    (draft) => draft.enterprise.id === enterprise && draft.visited_on === day && (draft.status === 'draft' || draft.status === 'returned'),
  );
  if (begun) return begun.id;
  const there = await visitOfDay(enterprise, day, api);
  if (there) return there;
  const draft = await startVisit(enterprise, day, api, keeper);
  await keeper.keep(draft);
  return draft.id;
}
