import { quarterFault } from '@zhudian/core/evaluations/quarterFault.ts';
import { quarterOf } from '@zhudian/core/evaluations/quarterOf.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import { evaluationRequests } from '../../../evaluations/evaluationRequests.ts';
import { evaluationsDue } from '../../../evaluations/evaluationsDue.ts';
import { emitEvaluations } from '../../../evaluations/turnEvaluations.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { InvalidRequestError } from '../../../errors/errors.ts';
import { periodBounds } from '../../../settings/periodBounds.ts';
import { answer, answerAutomation } from './Route.ts';
import { QUARTER } from '@zhudian/core/evaluations/quarter.ts';

const Asked = z.object({
  quarter: z.string().regex(QUARTER, 'write the quarter like 2026-Q4').optional(),
});

/**
 * - `GET /zhudian/evaluations/due?quarter=YYYY-Qn`: which counties have evaluated the quarter, of those the caller may see; this quarter where none is named
 * - `GET /zhudian/evaluations/requests`: the mails that ask for them today and did not go out yet, each with its key; for the automation
 * - `POST /zhudian/evaluations/turn`: looks now, as the calendar does each minute (automation)
 */
export function evaluationRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/evaluations/due',
    answer(async (request) => {
      const { quarter } = parse(Asked, request.query);
      const counties = await officeScope(request, runtime);
      const { since, today } = await periodBounds(runtime.database);
      const fault = quarter === undefined ? null : quarterFault(quarter, since, today);
      if (fault) throw new InvalidRequestError({ faults: [`quarter: ${fault.message}`] });
      return await evaluationsDue(runtime.database, quarter ?? quarterOf(today), counties);
    }),
  );
  router.get(
    '/evaluations/requests',
    answerAutomation(runtime, async () => await evaluationRequests(runtime)),
  );
  router.post(
    '/evaluations/turn',
    answerAutomation(runtime, async () => ({ event: await emitEvaluations(runtime) })),
  );
}
