import type { Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import { readBoard } from '../../../reports/readBoard.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { askedPeriod } from './askedPeriod.ts';
import { Period } from './Period.ts';
import { answer } from './Route.ts';

const Asked = z.object({ period: Period.optional() });

/** `GET /zhudian/reports/board?period=YYYY-MM`: see `Board`; for offices, of the counties that they may see. This month where none is named. */
export function boardRoute(router: Router, runtime: Runtime): void {
  router.get(
    '/reports/board',
    answer(async (request) => {
      const { period } = parse(Asked, request.query);
      const counties = await officeScope(request, runtime);
      return await readBoard(runtime.database, await askedPeriod(period, runtime.database), counties);
    }),
  );
}
