import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { isVisitDocument, REQUESTED_KINDS } from '@zhudian/core/documents/requestedKinds.ts';
import { templateOf } from '@zhudian/core/documents/templateOf.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { openRequest, refuseRequest, requestDocument, requestedData } from '../../documents/documentRequests.ts';
import { storeDocument } from '../../documents/storeDocument.ts';
import { parse } from '../../errors/parse.ts';
import type { Runtime } from '../../Runtime.ts';
import { templateInForce } from '../../templates/templateInForce.ts';
import { answer, answerAutomation } from '../Route.ts';

const Kind = z.enum([...REQUESTED_KINDS.visit, ...REQUESTED_KINDS.hazard]);
const Given = z
  .strictObject({
    kind: Kind,
    request: z.uuid().nullish(),
    hazard: z.uuid().nullish(),
    visit: z.uuid().nullish(),
    filename: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}/\\]+\.docx$/u, 'a file name ending in .docx, without slashes'),
    template_version: z.string().max(50).nullish(),
    content: z.base64().max(30_000_000),
  })
  .refine((given) => given.hazard ?? given.visit ?? given.request, 'a document belongs to a hazard or a visit, or answers a request');
const Wanted = z.strictObject({ kind: Kind, id: z.uuid() });
const Refused = z.strictObject({ error: z.string().min(1).max(5000) });
const Key = z.string().regex(/^[a-z_]{1,60}$/);

/** Requests and finished documents in, templates in force out. */
export function documentRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/documents',
    answerAutomation(runtime, async (request) => {
      const { content, hazard, visit, template_version, request: asked, ...given } = parse(Given, request.body);
      const answered = asked ? await openRequest(asked, runtime) : null;
      return await storeDocument(
        {
          ...given,
          request: asked ?? null,
          hazard: answered?.hazard ?? hazard ?? null,
          visit: answered?.visit ?? visit ?? null,
          template_version: template_version ?? null,
          content: Buffer.from(content, 'base64'),
        },
        runtime,
      );
    }),
  );
  router.post(
    '/documents/request',
    answer(async ({ body, accountability, schema }) => {
      const { kind, id } = parse(Wanted, body);
      const about = isVisitDocument(kind) ? { visit: id, hazard: null } : { visit: null, hazard: id };
      return await requestDocument({ kind, ...about }, { accountability, schema }, runtime);
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
  router.get(
    '/templates/:key/file',
    answerAutomation(runtime, async (request, response) => {
      const key = parse(Key, request.params.key);
      const { version, content } = await templateInForce(key, runtime);
      response.setHeader('x-zhudian-template-version', encodeURIComponent(version));
      response.type(OFFICE_FILES[templateOf(key)?.office ?? 'Word'].mime).send(content);
    }),
  );
}
