import { InvalidCredentialsError } from '@directus/errors';
import type { Application, NextFunction, Request, Response } from 'express';
import { isEnded } from './isEnded.ts';
import type { KnownLogin } from './knowLogin.ts';

/**
 * Refuses a token or a session of a person who was suspended, or given another role, since it was handed out: Directus asks neither until it
 * lapses. The county is not in it: Directus and we read that with each request.
 *
 * @param cookieName of the session; it is taken away, so that the next page asks for the log-in
 */
export function refuseEnded(app: Application, cookieName: string): void {
  app.use((request: KnownLogin & Request, response: Response, next: NextFunction) => {
    const { accountability, login, token } = request;
    if (!accountability?.user || !isEnded(accountability.role, login)) {
      next();
      return;
    }
    if ((request.cookies as Record<string, string> | undefined)?.[cookieName] === token) response.clearCookie(cookieName);
    next(new InvalidCredentialsError());
  });
}
