import { ForbiddenError } from '@directus/errors';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { templateOf } from '@zhudian/core/documents/templateOf.ts';
import type { Response, Router } from 'express';
import { z } from 'zod/v4';
import { officeScope } from '../../../access/officeScope.ts';
import { parse } from '../../../errors/parse.ts';
import { toPdf } from '../../../documents/preview/toPdf.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { sampleDocument } from '../../../documents/templates/sampleDocument.ts';
import { templateInForce } from '../../../documents/templates/templateInForce.ts';
import { templateKinds } from '../../../documents/templates/templateKinds.ts';
import { answer, answerAutomation } from './Route.ts';

const Key = z.string().regex(/^[a-z_]{1,60}$/);

/** Templates in force for the automation; for those who keep them the kinds with their tags, and each version as a document of invented data. */
export function templateRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/templates',
    answer(async (request) => {
      // Those of the whole city: the counties are told what a template made, not how.
      if ((await officeScope(request, runtime)) !== null) throw new ForbiddenError();
      return await templateKinds();
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
  router.get(
    '/templates/:id/sample',
    answer(async (request, response) => {
      const { content, mime, filename } = await sampleDocument(parse(z.uuid(), request.params.id), request, runtime);
      named(response, 'attachment', filename).type(mime).send(Buffer.from(content));
    }),
  );
  router.get(
    '/templates/:id/preview',
    answer(async (request, response) => {
      const { content, extension, filename } = await sampleDocument(parse(z.uuid(), request.params.id), request, runtime);
      const pdf = await toPdf(content, extension, runtime);
      named(response, 'inline', filename.replace(/\w+$/, 'pdf')).type('application/pdf').send(pdf);
    }),
  );
}

function named(response: Response, as: 'attachment' | 'inline', filename: string): Response {
  response.setHeader('content-disposition', `${as}; filename*=UTF-8''${encodeURIComponent(filename)}`);
  return response;
}
