import type { Router } from 'express';
import { z } from 'zod/v4';
import { actorOf } from '../../../access/actorOf.ts';
import { parse } from '../../../errors/parse.ts';
import { printedPicture } from '../../../pictures/printedPicture.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answer } from './Route.ts';

/**
 * `GET /zhudian/pictures/:id?side=`: a picture as documents show it, at most so many pixels on its longer side, for whoever may read the file. The automation,
 * which makes the documents, reads no file itself: it gets every picture in this form.
 */
export function pictureRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/pictures/:id',
    answer(async (request, response) => {
      const reader = actorOf(request) === 'automation' ? null : request.accountability;
      const { side } = parse(z.object({ side: z.coerce.number().int().min(64).max(1280).optional() }), request.query);
      const picture = await printedPicture(parse(z.uuid(), request.params.id), reader, runtime, side);
      response.setHeader('cache-control', 'private, max-age=3600');
      response.type('image/jpeg').send(picture);
    }),
  );
}
