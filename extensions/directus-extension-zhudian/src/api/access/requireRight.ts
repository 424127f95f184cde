import { ForbiddenError } from '@directus/errors';
import { keyOf } from '../runtime/nestedRows.ts';
import { countyOf } from '../runtime/countyOf.ts';
import { PerTransaction } from '../runtime/PerTransaction.ts';
import { actorOf } from './actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';

/**
 * Refuses what the caller has no right to at all, before any rule looks at it. Directus asks for the right only after the rules, and what
 * they say — a report exists, a record is missing, a code is taken — would be told to strangers and to other counties.
 *
 * Necessary, not sufficient: fields, rows and values are still Directus's to judge.
 */
export async function requireRight(action: 'create' | 'update', collection: string, payload: Record<string, unknown>, caller: Caller): Promise<void> {
  const { accountability, database } = caller;
  if (accountability === null || accountability.admin) return;
  const { user, roles } = accountability;
  if (!user || !(await allowed.get(database, `${user} ${action} ${collection}`, () => mayAtAll(action, collection, user, roles, database)))) {
    throw new ForbiddenError();
  }
  const county = payload.county;
  if (county === undefined || county === null || actorOf(caller) !== 'county') return;
  // Directus holds the county against the caller's too, and as late. No county is the empty text, which is the key of none.
  const own = await counties.get(database, user, async () => (await countyOf(user, database)) ?? '');
  if (keyOf(county) !== own) throw new ForbiddenError();
}

const allowed = new PerTransaction<boolean>();
const counties = new PerTransaction<string>();

async function mayAtAll(action: string, collection: string, user: string, roles: readonly string[], database: Caller['database']): Promise<boolean> {
  const found: unknown = await database('directus_permissions AS p')
    .join('directus_access AS a', 'a.policy', 'p.policy')
    .where({ 'p.collection': collection, 'p.action': action })
    .where((either) => void either.whereIn('a.role', roles).orWhere('a.user', user))
    .first(database.raw('1 AS here'));
  return found !== undefined;
}
