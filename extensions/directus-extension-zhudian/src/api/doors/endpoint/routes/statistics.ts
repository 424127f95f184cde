import { FIGURES, type Figure } from '@zhudian/core/reports/figures.ts';
import { ForbiddenError } from '@directus/errors';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { readBehind } from '../../../statistics/readBehind.ts';
import { readCorrections } from '../../../statistics/readCorrections.ts';
import { readStatistics } from '../../../statistics/readStatistics.ts';
import { askedPeriod } from './askedPeriod.ts';
import { Period } from './Period.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { answer } from './Route.ts';

const Asked = z.object({ period: Period.optional(), county: z.uuid().optional() });
const AskedBehind = Asked.extend({
  figure: z.enum(Object.keys(FIGURES) as [Figure, ...Figure[]]),
  span: z.enum(['cumulative', 'month']).default('cumulative'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/**
 * Annex 4 for offices, of the counties that they may see:
 *
 * - `GET /zhudian/statistics?period=YYYY-MM[&county=]`: see `Statistics`; this month where none is named
 * - `GET /zhudian/statistics/corrections?period=[&county=]`: what was handed in and is another number since, see `Correction`
 * - `GET /zhudian/statistics/behind?period=&figure=&span=cumulative|month[&county=][&page=]`: the visits or hazards behind a number, see `Behind`
 */
export function statisticsRoutes(router: Router, runtime: Runtime): void {
  const scope = async (request: DirectusRequest, county: string | undefined): Promise<readonly string[] | null> => {
    const counties = await officeScope(request, runtime);
    if (!county) return counties;
    const known: unknown = await runtime.database('counties').where({ id: county }).first('id');
    if (!known || (counties && !counties.includes(county))) throw new ForbiddenError();
    return [county];
  };
  router.get(
    '/statistics',
    answer(async (request) => {
      const { period, county } = parse(Asked, request.query);
      const counties = await scope(request, county);
      return await readStatistics(runtime.database, await askedPeriod(period, runtime.database), counties);
    }),
  );
  router.get(
    '/statistics/corrections',
    answer(async (request) => {
      const { period, county } = parse(Asked, request.query);
      const counties = await scope(request, county);
      return await readCorrections(runtime.database, await askedPeriod(period, runtime.database), counties);
    }),
  );
  router.get(
    '/statistics/behind',
    answer(async (request) => {
      const { period, county, ...asked } = parse(AskedBehind, request.query);
      const counties = await scope(request, county);
      return await readBehind(runtime.database, { ...asked, period: await askedPeriod(period, runtime.database), counties });
    }),
  );
}
