import { ForbiddenError } from '@directus/errors';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import { HANDBOOKS, readHandbook, readPicture } from '../../../help/handbooks.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { answer } from './Route.ts';

const Name = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** The handbooks for whoever has logged in: nothing in them is of this city. */
export function helpRoutes(router: Router): void {
  router.get(
    '/help/images/:name.png',
    answer(async (request, response) => {
      requireLogin(request);
      const name = parse(Name, request.params.name);
      const picture = await readPicture(name);
      if (!picture) throw new NotFoundError({ what: `picture ${name}` });
      response.setHeader('cache-control', 'private, max-age=3600');
      response.type('image/png').send(picture);
    }),
  );
  router.get(
    '/help/:handbook',
    answer(async (request) => {
      requireLogin(request);
      return { text: await readHandbook(parse(z.enum(HANDBOOKS), request.params.handbook)) };
    }),
  );
}

function requireLogin({ accountability }: DirectusRequest): void {
  if (!accountability?.user && !accountability?.admin) throw new ForbiddenError();
}
