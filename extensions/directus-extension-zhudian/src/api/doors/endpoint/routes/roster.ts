import { ForbiddenError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Response, Router } from 'express';
import { z } from 'zod/v4';
import { actorOf } from '../../../access/actorOf.ts';
import { parse } from '../../../errors/parse.ts';
import { importRoster, type Importer } from '../../../roster/importRoster.ts';
import { readUpload } from '../../../roster/readUpload.ts';
import { rosterCsv, rosterWorkbook } from '../../../roster/rosterWorkbook.ts';
import { rosterLines } from '../../../roster/rosterLines.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { answer } from './Route.ts';
import { countyOf } from '../../../runtime/countyOf.ts';

const Asked = z.object({
  dry_run: z.enum(['true', 'false', '1', '0', '']).optional(),
  county: z.uuid().optional(),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
});
/** Answers to questions of a trial run, by their ids. */
const Answers = z.object({
  answers: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'answers 须是 JSON 对象' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string().max(300), z.string().max(2000)))
    .optional(),
});
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Rosters of enterprises and inspectors (annex 1).
 *
 * - `POST /zhudian/roster/import?dry_run=` multipart `file` (`county` for who may write for several; `answers`, a JSON object, to the questions
 *   of a trial run by their ids): tells what it would do, or does it whole; `ZHUDIAN_ROSTER_FILE` for a file that cannot be read,
 *   `ZHUDIAN_ROSTER_FAULTS` with the rows and questions when something is wrong or open.
 * - `GET /zhudian/roster/template`, `GET /zhudian/roster/export?county=&format=xlsx|csv`: of the same shape.
 */
export function rosterRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/roster/import',
    answer(async (request) => {
      const importer = await importerOf(request, runtime);
      const { dry_run } = parse(Asked, request.query);
      const { bytes, filename, fields } = await readUpload(request);
      const { county } = parse(Asked, { ...request.query, ...(fields.county ? { county: fields.county } : {}) });
      const { answers } = parse(Answers, fields.answers === undefined ? {} : { answers: fields.answers });
      const dryRun = dry_run ?? fields.dry_run;
      const own = importer.allowed ? importer.county : (county ?? null);
      const sent = { bytes, filename, answers: new Map(Object.entries(answers ?? {})) };
      return await importRoster(sent, dryRun === 'true' || dryRun === '1' || dryRun === '', { ...importer, county: own }, runtime);
    }),
  );
  router.get(
    '/roster/template',
    answer(async (request, response) => {
      await importerOf(request, runtime);
      send(response, '驻点企业和驻点人员名单模板.xlsx', EXCEL, await rosterWorkbook(null));
    }),
  );
  router.get(
    '/roster/export',
    answer(async (request, response) => {
      const { allowed } = await readerOf(request, runtime);
      const { county, format } = parse(Asked, request.query);
      if (county && allowed && !allowed.includes(county)) throw new ForbiddenError();
      const lines = await rosterLines(runtime.database, county ? [county] : allowed);
      if (format === 'csv') send(response, '驻点企业和驻点人员名单.csv', 'text/csv; charset=utf-8', rosterCsv(lines));
      else send(response, '驻点企业和驻点人员名单.xlsx', EXCEL, await rosterWorkbook(lines));
    }),
  );
}

function send(response: Response, filename: string, type: string, bytes: Buffer): void {
  response.set({
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
    'cache-control': 'no-store',
  });
  response.send(bytes);
}

/** Offices may: the city for all counties, a county for its own. */
async function importerOf(request: DirectusRequest, runtime: Runtime): Promise<Importer> {
  const actor = actorOf(request);
  if (!request.accountability?.user || !['administrator', 'city', 'county'].includes(actor)) throw new ForbiddenError();
  return await scopeOf(request, request.accountability, runtime);
}

async function readerOf(request: DirectusRequest, runtime: Runtime): Promise<Importer> {
  const actor = actorOf(request);
  if (!request.accountability?.user || !['administrator', 'city', 'county', 'auditor'].includes(actor) || !request.accountability.role)
    throw new ForbiddenError();
  return await scopeOf(request, request.accountability, runtime);
}

async function scopeOf(request: DirectusRequest, accountability: Accountability, { database }: Runtime): Promise<Importer> {
  const base = { accountability, schema: request.schema };
  if (actorOf(request) !== 'county') return { ...base, allowed: null, county: null };
  const county = await countyOf(accountability.user, database);
  if (!county) throw new ForbiddenError();
  return { ...base, allowed: [county], county };
}
