import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import { z } from 'zod/v4';
import { GivenPasswordError } from '../errors/errors.ts';
import { claimsOf } from './claimsOf.ts';
import { firstDoor } from './firstDoors.ts';
import type { KnownLogin } from './knowLogin.ts';

const LoggedIn = z.object({ iss: z.literal('directus'), command: z.undefined().optional() });

/**
 * Lets whoever logged in with a password that somebody else set do nothing but choose one of their own. Static tokens, and the commands of the
 * machine itself, ask for no password and pass.
 */
export function refuseGiven(app: Application): void {
  app.use((request: KnownLogin & Request, _response: Response, next: NextFunction) => {
    const { accountability, login } = request;
    // Directus has asked for the signature.
    if (!accountability?.user || !login?.given || !LoggedIn.safeParse(claimsOf(request.token ?? '')).success) {
      next();
      return;
    }
    const door = firstDoor(request, accountability.user);
    if (door === 'stranger') request.accountability = stranger(accountability);
    next(door === 'shut' ? new GivenPasswordError() : undefined);
  });
}

function stranger({ ip }: Accountability): Accountability {
  return { user: null, role: null, roles: [], admin: false, app: false, ip };
}
