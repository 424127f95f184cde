import type { Router } from 'express';
import { z } from 'zod/v4';
import { parse } from '../../../errors/parse.ts';
import { previewDocument } from '../../../documents/preview/previewDocument.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answer } from './Route.ts';

/** `GET /zhudian/documents/:id/preview`: a document as PDF, for whoever may read it. */
export function previewRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/documents/:id/preview',
    answer(async (request, response) => {
      const pdf = await previewDocument(parse(z.uuid(), request.params.id), request, runtime);
      response.setHeader('cache-control', 'private, max-age=3600');
      response.setHeader('content-disposition', 'inline; filename="preview.pdf"');
      response.type('application/pdf').send(pdf);
    }),
  );
}
