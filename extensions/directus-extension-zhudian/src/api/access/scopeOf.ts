import { ForbiddenError } from '@directus/errors';
import { actorOf } from './actorOf.ts';
import { countyOf } from '../runtime/countyOf.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import type { DirectusRequest } from '../runtime/DirectusRequest.ts';

/** Which enterprises somebody works with: those of some counties (null: of all), or those their log-in sees through its teams. */
export interface EnterpriseScope {
  readonly counties: readonly string[] | null;
  readonly login: string | null;
}

/**
 * The enterprises whose figures the caller may be told.
 * @throws when the caller is a stranger, has no role of ours, or is an officer of no county
 */
export async function scopeOf(request: Pick<DirectusRequest, 'accountability'>, { database }: Runtime): Promise<EnterpriseScope> {
  const { accountability } = request;
  if (!accountability?.user) throw new ForbiddenError();
  const actor = actorOf(request);
  if (actor === 'inspector') return { counties: null, login: accountability.user };
  if (actor === 'unknown') throw new ForbiddenError();
  if (actor !== 'county') return { counties: null, login: null };
  const county = await countyOf(accountability.user, database);
  if (!county) throw new ForbiddenError();
  return { counties: [county], login: null };
}
