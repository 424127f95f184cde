import { ForbiddenError } from '@directus/errors';
import type { Router } from 'express';
import { actorOf } from '../../../access/actorOf.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { findSuspicions } from '../../../suspicions/findSuspicions.ts';
import { answer } from './Route.ts';

/** `POST /zhudian/suspicions/look`: looks for suspicious records now; the server does so by itself every ten minutes. For the city, the automation and administrators. */
export function suspicionRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/suspicions/look',
    answer(async (request) => {
      if (!request.accountability?.user || !['administrator', 'city', 'automation'].includes(actorOf(request))) throw new ForbiddenError();
      await findSuspicions(runtime);
      return null;
    }),
  );
}
