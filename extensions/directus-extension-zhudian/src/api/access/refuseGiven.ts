import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import { GivenPasswordError } from '../errors/errors.ts';
import { claimsOf } from './claimsOf.ts';
import { firstDoor } from './firstDoors.ts';

type Asked = Request & { accountability?: Accountability | null; token?: string | null };

const LoggedIn = z.object({ iss: z.literal('directus'), command: z.undefined().optional() });

/**
 * Lets whoever logged in with a password that somebody else set do nothing but choose one of their own. Static tokens, and the commands of the
 * machine itself, ask for no password and pass.
 */
export function refuseGiven(app: Application, database: Knex): void {
  app.use((request: Asked, _response: Response, next: NextFunction) => {
    const { accountability } = request;
    // Directus has asked for the signature.
    if (!accountability?.user || !LoggedIn.safeParse(claimsOf(request.token ?? '')).success) {
      next();
      return;
    }
    const { user } = accountability;
    const given = database('directus_users').where({ id: user }).whereNotNull('password').whereNull('password_chosen_at');
    given.first<unknown>(database.raw('1 AS here')).then((row) => {
      const door = row === undefined ? 'open' : firstDoor(request, user);
      if (door === 'stranger') request.accountability = stranger(accountability);
      next(door === 'shut' ? new GivenPasswordError() : undefined);
    }, next);
  });
}

function stranger({ ip }: Accountability): Accountability {
  return { user: null, role: null, roles: [], admin: false, app: false, ip };
}
