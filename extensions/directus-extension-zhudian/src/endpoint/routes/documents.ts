import { ForbiddenError } from '@directus/errors';
import { DOCUMENT_KINDS } from '@zhudian/core/documents/documentData.ts';
import { REQUESTED_KINDS, type RequestedKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { actorOf } from '../../access/actorOf.ts';
import { askedSubject } from '../../documents/askedSubject.ts';
import { openRequest, refuseRequest, requestDocument, requestedData } from '../../documents/documentRequests.ts';
import { subjectOf } from '../../documents/DocumentSubject.ts';
import { storeDocument } from '../../documents/storeDocument.ts';
import { parse } from '../../errors/parse.ts';
import type { Runtime } from '../../Runtime.ts';
import { askedPeriod } from '../askedPeriod.ts';
import { Period } from '../Period.ts';
import { answer, answerAutomation } from '../Route.ts';

const About = z.strictObject({
  hazard: z.uuid().nullish(),
  visit: z.uuid().nullish(),
  monthly_report: z.uuid().nullish(),
  evaluation: z.uuid().nullish(),
  county: z.uuid().nullish(),
  period: Period.nullish(),
});
const Given = About.extend({
  // Of two templates, and of one kind: an evaluation.
  kind: z.enum(DOCUMENT_KINDS).exclude(['city_inspection']),
  request: z.uuid().nullish(),
  filename: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}/\\]+\.(docx|xlsx)$/u, 'a file name ending in .docx or .xlsx, without slashes'),
  template_version: z.string().max(50).nullish(),
  content: z.base64().max(30_000_000),
}).refine(
  ({ request, ...given }) => request ?? Object.values(About.strip().parse(given)).some((value) => value),
  'a document is about something, or answers a request',
);
const Wanted = z.strictObject({
  kind: z.enum(Object.keys(REQUESTED_KINDS) as RequestedKind[]),
  id: z.uuid().nullish(),
  county: z.uuid().nullish(),
  enterprise: z.uuid().nullish(),
  period: Period.nullish(),
});
const Refused = z.strictObject({ error: z.string().min(1).max(5000) });

/** Requests for documents, and finished documents, in. */
export function documentRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/documents',
    answerAutomation(runtime, async (request) => {
      const { content, kind, filename, template_version, request: asked, ...named } = parse(Given, request.body);
      return await storeDocument(
        {
          request: asked ?? null,
          kind,
          about: subjectOf(asked ? await openRequest(asked, runtime) : named),
          filename,
          template_version: template_version ?? null,
          content: Buffer.from(content, 'base64'),
        },
        runtime,
      );
    }),
  );
  router.post(
    '/documents/request',
    answer(async (request) => {
      // Who only reads has nothing made.
      if (actorOf(request) === 'auditor') throw new ForbiddenError();
      const wanted = parse(Wanted, request.body);
      const asked = await askedSubject(wanted, request, runtime);
      if (wanted.period) await askedPeriod(wanted.period, runtime.database);
      return await requestDocument(asked, request.accountability?.user ?? null, runtime);
    }),
  );
  router.get(
    '/documents/:id/data',
    answerAutomation(runtime, async (request) => await requestedData(parse(z.uuid(), request.params.id), runtime)),
  );
  router.post(
    '/documents/:id/failed',
    answerAutomation(runtime, async (request) => {
      const id = parse(z.uuid(), request.params.id);
      await refuseRequest(id, parse(Refused, request.body).error, runtime);
      return { id, status: 'failed' };
    }),
  );
}
