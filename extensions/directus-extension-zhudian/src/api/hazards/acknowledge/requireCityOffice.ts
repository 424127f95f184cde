import { ForbiddenError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import { actorOf } from '../../access/actorOf.ts';

/** The login of somebody of the city office, or of an administrator. @throws for everybody else */
export function requireCityOffice(accountability: Accountability | null): string {
  const user = accountability?.user;
  if (!user || !['city', 'administrator'].includes(actorOf({ accountability }))) throw new ForbiddenError();
  return user;
}
