import type { Router } from 'express';
import { actorOf } from '../../../access/actorOf.ts';
import { getHealth } from '../../../operations/health/getHealth.ts';
import { healthFor } from '../../../operations/health/healthFor.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answer } from './Route.ts';

/** How the parts are, as its reader needs it; a load balancer reads the status: without a database nothing can be served. */
export function healthRoute(router: Router, runtime: Runtime): void {
  router.get(
    '/health',
    answer(async (request, response) => {
      const health = await getHealth(runtime);
      if (health.parts.some(({ part, unanswered }) => part === 'database' && unanswered)) response.status(503);
      return healthFor(request.accountability?.user ? actorOf(request) : 'stranger', health);
    }),
  );
}
