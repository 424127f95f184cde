import type { Router } from 'express';
import { z } from 'zod/v4';
import { finishBatch } from '../../../documents/batch/finishBatch.ts';
import { renderNextVisits } from '../../../documents/batch/renderNextVisits.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answerAutomation } from './Route.ts';

/**
 * The documents of a month's visits as one archive, step by step for n8n. They are rendered here and not there: n8n keeps every item of a run
 * in memory and in its database, and 300 visits are some 700 documents.
 */
export function batchRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/documents/:id/batch/next',
    answerAutomation(runtime, async ({ params }) => await renderNextVisits(parse(z.uuid(), params.id), runtime)),
  );
  router.post(
    '/documents/:id/batch/finish',
    answerAutomation(runtime, async ({ params }) => await finishBatch(parse(z.uuid(), params.id), runtime)),
  );
}
