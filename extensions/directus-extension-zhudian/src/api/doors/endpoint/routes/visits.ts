import { ForbiddenError } from '@directus/errors';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { readSeen } from '../../../access/readSeen.ts';
import { NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { contestSignature } from '../../../visits/contest/contestSignature.ts';
import { readNamed } from '../../../visits/contest/readNamed.ts';
import { withdrawContest } from '../../../visits/contest/withdrawContest.ts';
import { readNames } from '../../../visits/readNames.ts';
import { answer } from './Route.ts';

const Key = z.object({ id: z.uuid() });

/**
 * `GET /zhudian/visits/:id/names`: the names on a visit, for whoever may see it: `{enterprise: {id, name}, people: [{id, inspector, name}],
 * changed_by}`.
 * Who has left the team may correct the visit that was returned to them, and does not see the enterprise and the colleagues any more.
 *
 * `GET /zhudian/visits/named`, `GET /zhudian/visits/:id/named`: the visits that name whoever asks, and one of them or null.
 * `POST /zhudian/visits/:id/contest` with `{reason}` says that the signature under one's own name is not one's own, `POST …/contest/withdraw` takes it
 * back: `{contested_at, contested_reason}`.
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
  router.get(
    '/visits/named',
    answer(async (request) => await readNamed(requireUser(request), null, runtime.database)),
  );
  router.get(
    '/visits/:id/named',
    answer(async (request) => (await readNamed(requireUser(request), parse(Key, request.params).id, runtime.database))[0] ?? null),
  );
  router.post(
    '/visits/:id/contest',
    answer(async (request) => {
      const { reason } = (request.body ?? {}) as { reason?: unknown };
      return await contestSignature(parse(Key, request.params).id, reason, request, runtime);
    }),
  );
  router.post(
    '/visits/:id/contest/withdraw',
    answer(async (request) => await withdrawContest(parse(Key, request.params).id, request, runtime)),
  );
}

function requireUser({ accountability }: DirectusRequest): string {
  if (!accountability?.user) throw new ForbiddenError();
  return accountability.user;
}
