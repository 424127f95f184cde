import { DOCUMENT_KINDS } from '@zhudian/core/documents/documentData.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { askedRequest } from '../../../documents/requests/askedRequest.ts';
import { answerableRequest, refuseRequest, requestDocument, requestedData } from '../../../documents/requests/documentRequests.ts';
import { subjectOf } from '../../../documents/DocumentSubject.ts';
import { namedSubject } from '../../../documents/requests/namedSubject.ts';
import { retryDocument } from '../../../documents/requests/retryDocument.ts';
import { storeDocument } from '../../../documents/requests/storeDocument.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { Period } from './Period.ts';
import { answer, answerAutomation } from './Route.ts';

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
/** `id` is what it is about, by whatever name `documents` has for it; what is wrong with kind and month is told at the field. */
const Wanted = z.strictObject({
  kind: z.unknown(),
  id: z.uuid().nullish(),
  ...About.shape,
  enterprise: z.uuid().nullish(),
  period: z.string().max(20).nullish(),
});
const Refused = z.strictObject({ error: z.string().min(1).max(5000) });

/**
 * Requests for documents, and finished documents, in:
 *
 * - `POST /zhudian/documents/request` `{kind, id | visit | hazard | …, county, enterprise, period}`: the id of the request, or of the document
 *   that is there and would be the same, and its status. `POST /items/documents` is the same door
 * - `POST /zhudian/documents/:id/retry`: has a request tried again that failed or is not answered
 * - `POST /zhudian/documents`, `GET /zhudian/documents/:id/data`, `POST /zhudian/documents/:id/failed`: for the automation
 */
export function documentRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/documents',
    answerAutomation(runtime, async (request) => {
      const { content, kind, filename, template_version, request: asked, ...named } = parse(Given, request.body);
      return await storeDocument(
        {
          request: asked ?? null,
          kind,
          about: subjectOf(asked ? { ...(await answerableRequest(asked, runtime)) } : named),
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
      const asked = await askedRequest(namedSubject(parse(Wanted, request.body)), request, runtime);
      return await requestDocument(asked, request.accountability?.user ?? null, runtime);
    }),
  );
  router.post(
    '/documents/:id/retry',
    answer(async (request) => await retryDocument(parse(z.uuid(), request.params.id), request, runtime)),
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
