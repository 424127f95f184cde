import { getHealth } from '../../health/getHealth.ts';
import { requireAutomation } from '../../access/requireAutomation.ts';
import type { Router } from 'express';
import type { Runtime } from '../../Runtime.ts';
import { answer } from '../Route.ts';

/** How the parts are. Strangers learn only whether all is well. */
export function healthRoute(router: Router, runtime: Runtime): void {
  router.get(
    '/health',
    answer(async (request) => {
      const health = await getHealth(runtime);
      if (!request.accountability?.user) return { status: health.status };
      await requireAutomation(request.accountability, request.schema, runtime);
      return health;
    }),
  );
}
