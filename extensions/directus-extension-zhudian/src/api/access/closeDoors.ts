import { ForbiddenError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import { limitLogins } from './limitLogins.ts';

type Asked = Request & { accountability?: Accountability | null };

/**
 * Whole paths. Directus hashes and verifies anything for anybody, at any cost that a hash names; it fetches any address for whoever may
 * upload, from inside the offices' network.
 */
const CLOSED = ['/utils/hash', '/utils/random', '/files/import'];

/** The one list that is put in order by dragging; the order of parts of a record would be changed past the rules of their rows. */
const SORTED = /^\/counties\/?$/;

/** Closes doors of Directus that stand open by default, to all but administrators, and lets nobody try passwords for ever. */
export function closeDoors(app: Application): void {
  app.use(
    CLOSED,
    forAdministrators(() => false),
  );
  app.use(
    '/utils/sort',
    forAdministrators(({ accountability, path }) => Boolean(accountability?.user) && SORTED.test(path)),
  );
  // The same doors again. The panel reads here for its dashboards, which have no strangers; it writes nothing here.
  app.use(
    '/graphql/system',
    forAdministrators((request) => Boolean(request.accountability?.user) && !isMutation(request)),
  );
  markExports(app);
  limitLogins(app);
}

/** An export into the file library reads rows like any other query; the mark tells them apart, as the parameter of a download does. */
function markExports(app: Application): void {
  app.post('/utils/export/:collection', ({ body }: Request, _response, next) => {
    const { query, format } = (body ?? {}) as { query?: { export?: unknown } | null; format?: unknown };
    if (query !== null && typeof query === 'object') query.export = format;
    next();
  });
}

function forAdministrators(exempt: (request: Asked) => boolean) {
  return (request: Asked, _response: Response, next: NextFunction): void => {
    if (request.accountability?.admin === true || exempt(request)) next();
    else next(new ForbiddenError());
  };
}

/** The word itself cannot be written otherwise in GraphQL. A question that has it in a text is not asked here. */
function isMutation({ body }: Request): boolean {
  return /mutation/.test(String((body as { query?: unknown } | undefined)?.query));
}
