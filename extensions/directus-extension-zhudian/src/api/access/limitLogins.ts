import { createHash } from 'node:crypto';
import { HitRateLimitError } from '@directus/errors';
import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import { callerPlace } from './callerPlace.ts';
import { LoginAttempts } from './LoginAttempts.ts';

/** Refuses, for a quarter of an hour, what tries one account's password too often from one place; all other places may go on. */
export function limitLogins(app: Application): void {
  const attempts = new LoginAttempts();
  app.use('/auth/login', (request: Request & { accountability?: Accountability | null }, response: Response, next: NextFunction) => {
    const email = (request.body as { email?: unknown } | undefined)?.email;
    if (request.method !== 'POST' || typeof email !== 'string') {
      next();
      return;
    }
    const place = callerPlace(request.accountability?.ip ?? request.ip ?? '');
    const key = createHash('sha256').update(`${place} ${email.toLowerCase()}`).digest('base64');
    const reset = attempts.begin(key, Date.now());
    if (reset) {
      response.set('Retry-After', String(Math.ceil((reset.getTime() - Date.now()) / 1000)));
      next(new HitRateLimitError({ limit: attempts.most, reset }));
      return;
    }
    response.once('finish', () => {
      if (response.statusCode === 200) attempts.succeeded(key);
    });
    next();
  });
}
