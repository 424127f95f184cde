import { ForbiddenError } from '@directus/errors';
import type { DirectusRequest } from '../runtime/DirectusRequest.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { scopeOf } from './scopeOf.ts';

/**
 * The counties whose affairs as a whole the caller may be told; null for all.
 * @throws for an inspector, who sees enterprises and not counties, and for whom `scopeOf` throws
 */
export async function officeScope(request: Pick<DirectusRequest, 'accountability'>, runtime: Runtime): Promise<readonly string[] | null> {
  const { counties, login } = await scopeOf(request, runtime);
  if (login !== null) throw new ForbiddenError();
  return counties;
}
