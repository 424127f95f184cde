import type { Router } from 'express';
import { z } from 'zod/v4';
import { storeDocument } from '../../documents/storeDocument.ts';
import { parse } from '../../errors/parse.ts';
import type { Runtime } from '../../Runtime.ts';
import { templateInForce } from '../../templates/templateInForce.ts';
import { answerAutomation } from '../Route.ts';

const Given = z
  .strictObject({
    kind: z.enum(['major_hazard_report']),
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
  .refine((given) => given.hazard ?? given.visit, 'a document belongs to a hazard or a visit');
const Key = z.string().regex(/^[a-z_]{1,60}$/);

/** Finished documents in, templates in force out. */
export function documentRoutes(router: Router, runtime: Runtime): void {
  router.post(
    '/documents',
    answerAutomation(runtime, async (request) => {
      const { content, hazard, visit, template_version, ...given } = parse(Given, request.body);
      return await storeDocument(
        {
          ...given,
          hazard: hazard ?? null,
          visit: visit ?? null,
          template_version: template_version ?? null,
          content: Buffer.from(content, 'base64'),
        },
        runtime,
      );
    }),
  );
  router.get(
    '/templates/:key/file',
    answerAutomation(runtime, async (request, response) => {
      const { version, content } = await templateInForce(parse(Key, request.params.key), runtime);
      response.setHeader('x-zhudian-template-version', encodeURIComponent(version));
      response.type('application/vnd.openxmlformats-officedocument.wordprocessingml.document').send(content);
    }),
  );
}
