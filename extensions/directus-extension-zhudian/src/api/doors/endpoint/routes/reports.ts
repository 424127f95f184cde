import { ForbiddenError } from '@directus/errors';
import { reportFilename } from '@zhudian/core/documents/reportFilename.ts';
import { cityReportData } from '@zhudian/core/reports/cityReportData.ts';
import { countyReportData } from '@zhudian/core/reports/countyReportData.ts';
import { isHandedIn } from '@zhudian/core/reports/isHandedIn.ts';
import { presentReport } from '@zhudian/core/reports/presentReport.ts';
import { statisticsTableData } from '@zhudian/core/reports/statisticsTableData.ts';
import { escapeHtmlDeep } from '@zhudian/core/text/escapeHtmlDeep.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { actorOf } from '../../../access/actorOf.ts';
import { officeScope } from '../../../access/officeScope.ts';
import { readSeen } from '../../../access/readSeen.ts';
import { InvalidRequestError, NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import { requestDocument } from '../../../documents/requests/documentRequests.ts';
import { subjectOf } from '../../../documents/DocumentSubject.ts';
import { beginReport } from '../../../reports/beginReport.ts';
import { draftReport } from '../../../reports/draftReport.ts';
import { filedCompilation } from '../../../reports/filedCompilation.ts';
import { gatherReport } from '../../../reports/gatherReport.ts';
import { readDraftFacts } from '../../../reports/readDraftFacts.ts';
import { readReadiness } from '../../../reports/readReadiness.ts';
import { refreshReport } from '../../../reports/refreshReport.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { askedPeriod } from './askedPeriod.ts';
import { Period } from './Period.ts';
import { answer, answerAutomation } from './Route.ts';

const Month = z.object({ period: Period });
const CountyMonth = Month.extend({ county: z.uuid() });
const words = z.string().max(20_000);
const Draft = z.strictObject({ county: z.uuid(), period: Period, progress: words, problems: words, practices: words });
const Compiled = Month.extend({ asked: z.stringbool().default(false) });
const Submission = z.object({ submission: z.coerce.number().int().min(1).optional() });

/**
 * Monthly reports on their way:
 *
 * - `GET /zhudian/reports/:id/readiness`: see `Readiness`; for whoever may read the report
 * - `POST /zhudian/reports/:id/refresh`: has its drafted words written anew; for whoever may hand it in
 * - `GET /zhudian/reports/draft-facts?county=&period=`, `POST /zhudian/reports/draft`: what a draft is written from, and the draft (automation)
 * - `GET /zhudian/reports/:id/report-data[?submission=]`: what documents and mails of a report are made from; null when it has gone on since (automation)
 * - `GET /zhudian/reports/compilation?period=[&asked=true]`: the same for the city's compilation; null when it is there, or before its time unless
 *   somebody asked (automation)
 * - `POST /zhudian/reports/compile` `{period}`: the city asks for a compilation now; the id of its row in `documents`, or of the one that is there
 */
export function reportRoutes(router: Router, runtime: Runtime): void {
  const { database, config } = runtime;
  router.get(
    '/reports/draft-facts',
    answerAutomation(runtime, async (request) => {
      const { county, period } = parse(CountyMonth, request.query);
      const facts = await readDraftFacts(county, period, database);
      if (!facts) throw new NotFoundError({ what: `county ${county}` });
      return facts;
    }),
  );
  router.post(
    '/reports/draft',
    answerAutomation(runtime, async (request) => await draftReport(parse(Draft, request.body), runtime)),
  );
  router.get(
    '/reports/compilation',
    answerAutomation(runtime, async (request) => {
      const { period, asked } = parse(Compiled, request.query);
      const { gathered, filename, filed } = await filedCompilation(period, database);
      const { ready, key, version, recipients, ...facts } = gathered;
      if (filed || (!ready && !asked)) return null;
      const document = cityReportData(facts);
      return {
        key,
        period,
        version,
        interim: !ready,
        recipients,
        document,
        escaped: escapeHtmlDeep(document),
        filename,
        panel_url: new URL(`/admin/zhudian/month-end?period=${period}`, config.PUBLIC_URL).href,
      };
    }),
  );
  router.post(
    '/reports/begin',
    answer(async (request) => {
      const { county, period } = parse(CountyMonth.strict(), request.body);
      const scope = await officeScope(request, runtime);
      if ((scope !== null && !scope.includes(county)) || actorOf(request) === 'auditor') throw new ForbiddenError();
      return await beginReport(county, await askedPeriod(period, database), database);
    }),
  );
  router.post(
    '/reports/compile',
    answer(async (request) => {
      if ((await officeScope(request, runtime)) !== null || actorOf(request) === 'auditor') throw new ForbiddenError();
      const period = await askedPeriod(parse(Month, request.body).period, database);
      const { filed } = await filedCompilation(period, database);
      const asked = filed
        ? { id: filed.id, status: 'ready' }
        : await requestDocument({ kind: 'city_report', ...subjectOf({ period }) }, request.accountability?.user ?? null, runtime);
      return { period, id: asked.id, state: asked.status };
    }),
  );
  router.get(
    '/reports/:id/report-data',
    answerAutomation(runtime, async (request) => {
      const { submission } = parse(Submission, request.query);
      const facts = await gatherReport(parse(z.uuid(), request.params.id), database);
      // It went on since the event: the next event tells of that.
      if (!facts || (submission && submission !== facts.report.submission)) return null;
      const show = presentReport(facts);
      return {
        facts,
        show,
        escaped: escapeHtmlDeep({ ...facts, show }),
        document: countyReportData(facts),
        sheet: statisticsTableData(facts),
        filename: reportFilename(facts.county.name, facts.period, facts.report.submission).replace('.docx', ''),
        sheet_filename: reportFilename(facts.county.name, facts.period, facts.report.submission, 'statistics').replace('.docx', ''),
        panel_url: new URL(`/admin/content/monthly_reports/${facts.report.id}`, config.PUBLIC_URL).href,
      };
    }),
  );
  router.get(
    '/reports/:id/readiness',
    answer(async (request) => {
      const id = parse(z.uuid(), request.params.id);
      const seen = await readSeen('monthly_reports', id, ['id'], request, runtime);
      const readiness = seen ? await readReadiness(id, database) : null;
      if (!readiness) throw new NotFoundError({ what: `monthly report ${id}` });
      return readiness;
    }),
  );
  router.post(
    '/reports/:id/refresh',
    answer(async (request) => {
      const id = parse(z.uuid(), request.params.id);
      const scope = await officeScope(request, runtime);
      if (actorOf(request) === 'auditor') throw new ForbiddenError();
      const report = await database('monthly_reports').where({ id }).first('county', 'period', 'status');
      if (!report || (scope !== null && !scope.includes(report.county))) throw new NotFoundError({ what: `monthly report ${id}` });
      if (isHandedIn(report.status)) throw new InvalidRequestError({ faults: ['id: 已报送的报告不能改动；请由市级退回后再刷新'] });
      return await refreshReport({ id, ...report }, database);
    }),
  );
}
