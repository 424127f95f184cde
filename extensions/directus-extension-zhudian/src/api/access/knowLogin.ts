import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import type { Knex } from 'knex';

/** What a login is at this moment. */
export interface Login {
  readonly role: string | null;
  readonly status: string;
  /** Whether somebody else has set its password. */
  readonly given: boolean;
}

/** A request whose login was read. */
export interface KnownLogin {
  accountability?: Accountability | null;
  token?: string | null;
  /** Absent for a stranger, and for a login that is no more. */
  login?: Login | undefined;
}

/** Reads the caller's login once for each request; {@link refuseEnded} and {@link refuseGiven} ask what it says. */
export function knowLogin(app: Application, database: Knex): void {
  app.use((request: KnownLogin & Request, _response: Response, next: NextFunction) => {
    const user = request.accountability?.user;
    if (!user) {
      next();
      return;
    }
    readLogin(user, database).then((login) => {
      request.login = login;
      next();
    }, next);
  });
}

/** The login as it stands now; undefined when it is no more. */
export async function readLogin(user: string, database: Knex): Promise<Login | undefined> {
  return await database('directus_users')
    .where({ id: user })
    .first<Login | undefined>('role', 'status', database.raw('password IS NOT NULL AND password_chosen_at IS NULL AS given'));
}
