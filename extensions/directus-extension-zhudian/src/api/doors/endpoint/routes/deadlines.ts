import type { Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import { readDeadlines } from '../../../reports/readDeadlines.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { askedPeriod } from './askedPeriod.ts';
import { Period } from './Period.ts';
import { answer } from './Route.ts';

/** A deadline is asked for years ahead. */
const AHEAD = 240;
const Asked = z.object({ period: Period.optional() });

/** `GET /zhudian/deadlines?period=YYYY-MM`: see `Deadlines`; for offices, of the counties that they may see. This month where none is named. */
export function deadlineRoute(router: Router, runtime: Runtime): void {
  router.get(
    '/deadlines',
    answer(async (request) => {
      const { period } = parse(Asked, request.query);
      const counties = await officeScope(request, runtime);
      return await readDeadlines(runtime.database, await askedPeriod(period, runtime.database, AHEAD), counties);
    }),
  );
}
