import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import type { Knex } from 'knex';

/**
 * Refuses an access token of a person who was suspended, or given another role, since it was handed out: Directus asks neither until the token
 * lapses. Sessions are Directus's own to end: it does at a suspension, and at another role it does not.
 */
export function refuseEnded(app: Application, database: Knex): void {
  app.use((request: Request & { accountability?: Accountability | null }, _response: Response, next: NextFunction) => {
    const { user, session, role } = request.accountability ?? {};
    if (!user || session) {
      next();
      return;
    }
    database('directus_users')
      .where({ id: user, status: 'active' })
      .first<{ role: string | null } | undefined>('role')
      .then((row) => {
        next(row && row.role === (role ?? null) ? undefined : new InvalidCredentialsError());
      }, next);
  });
}
