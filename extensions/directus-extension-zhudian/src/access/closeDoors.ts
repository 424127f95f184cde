import { ForbiddenError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';

/** Directus hashes anything for anybody here: work for a machine that strangers ask for. Nobody in the offices needs it. */
const CLOSED = ['/utils/hash', '/utils/random'];

/** Closes doors of Directus that stand open to strangers by default, to all but administrators. */
export function closeDoors(app: Application): void {
  app.use(CLOSED, (request: Request & { accountability?: Accountability | null }, _response: Response, next: NextFunction) => {
    if (request.accountability?.admin === true) next();
    else next(new ForbiddenError());
  });
}
