import type { Router } from 'express';
import { z } from 'zod/v4';
import { readSeen } from '../../../access/readSeen.ts';
import { NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { readNames } from '../../../visits/readNames.ts';
import { answer } from './Route.ts';

const Key = z.object({ id: z.uuid() });

/**
 * `GET /zhudian/visits/:id/names`: the names on a visit, for whoever may see it: `{enterprise: {id, name}, people: [{id, inspector, name}],
 * changed_by}`.
 * Who has left the team may correct the visit that was returned to them, and does not see the enterprise and the colleagues any more.
 */
export function visitRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/visits/:id/names',
    answer(async (request) => {
      const { id } = parse(Key, request.params);
      const seen = await readSeen('visits', id, ['id'], request, runtime);
      if (!seen) throw new NotFoundError({ what: `visit ${id}` });
      return await readNames(id, runtime.database);
    }),
  );
}
