import { ForbiddenError } from '@directus/errors';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { scopeOf, type EnterpriseScope } from '../../../access/scopeOf.ts';
import { readCoverage } from '../../../statistics/coverage/readCoverage.ts';
import { readOverview } from '../../../statistics/coverage/readOverview.ts';
import { readTrend } from '../../../statistics/coverage/readTrend.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { today } from '../../../clock/today.ts';
import { askedPeriod } from './askedPeriod.ts';
import { Period } from './Period.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { answer } from './Route.ts';

const Asked = z.object({
  period: Period.optional(),
  county: z.uuid().optional(),
});
const Months = z.object({ months: z.coerce.number().int().min(1).max(60).default(12) });

/**
 * How the month goes, of the caller's own enterprises:
 *
 * - `GET /zhudian/coverage?period=YYYY-MM[&county=]`: `{period, rows: [{county, enterprises, visited, not_yet: [{id, name, team}]}], total}`
 * - `GET /zhudian/overview?period=YYYY-MM`: `{period, today, rows: [{county, enterprises, visited, found, unfinished, overdue, to_verify, major_open,
 *   visits_returned, contacts, without_team, teams_short, report}]}`, for offices.
 * - `GET /zhudian/trend?months=12`: `{rows: [{period, visits, found, rectified, major}]}`, oldest first
 */
export function coverageRoutes(router: Router, runtime: Runtime): void {
  const asked = async (request: DirectusRequest): Promise<{ period: string; day: string; scope: EnterpriseScope }> => {
    const { period, county } = parse(Asked, request.query);
    const scope = await scopeOf(request, runtime);
    if (county && scope.counties && !scope.counties.includes(county)) throw new ForbiddenError();
    const day = await today(runtime.database);
    return { period: await askedPeriod(period, runtime.database), day, scope: county ? { ...scope, counties: [county] } : scope };
  };
  router.get(
    '/coverage',
    answer(async (request) => {
      const { period, scope } = await asked(request);
      const rows = await readCoverage(runtime.database, period, scope);
      const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + pick(row), 0);
      return { period, rows, total: { enterprises: sum((row) => row.enterprises), visited: sum((row) => row.visited) } };
    }),
  );
  router.get(
    '/trend',
    answer(async (request) => {
      const { months } = parse(Months, request.query);
      return { rows: await readTrend(runtime.database, months, await scopeOf(request, runtime)) };
    }),
  );
  router.get(
    '/overview',
    answer(async (request) => {
      const { period, day, scope } = await asked(request);
      if (scope.login !== null) throw new ForbiddenError();
      return { period, today: day, rows: await readOverview(runtime.database, period, scope) };
    }),
  );
}
