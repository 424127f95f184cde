import { createHash } from 'node:crypto';
import type { Accountability } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import { TooManyTriesError } from '../errors/errors.ts';
import { callerPlace } from './callerPlace.ts';
import { LoginAttempts } from './LoginAttempts.ts';

/** A password is forgotten by few people of an office in a quarter of an hour, and a mail is sent for each time. */
const MOST_RESETS = 3;
/** So many wrong log-ins come from one office; whoever tries one password at many accounts needs more. */
const MOST_FROM_A_PLACE = 60;

/**
 * Refuses, for a quarter of an hour, what tries one account's password too often from one place, what tries many accounts from one place, and what
 * asks for one account's new password again and again; all other places may go on.
 */
export function limitLogins(app: Application): void {
  const attempts = new LoginAttempts();
  const ofPlaces = new LoginAttempts(MOST_FROM_A_PLACE);
  limit(app, '/auth/password/request', '这个账号申请重设密码的次数过多（请先查收已发出的邮件）', new LoginAttempts(MOST_RESETS), null);
  limit(app, '/auth/login', '这个账号登录失败的次数过多', attempts, ofPlaces);
}

const FROM_HERE = '您所在的网络（同一出口地址）登录失败的次数过多，其他网络不受影响';

/**
 * @param what is said to whoever has tried too often
 * @param ofPlaces counts what fails from a place, whichever account it is for
 */
function limit(app: Application, path: string, what: string, attempts: LoginAttempts, ofPlaces: LoginAttempts | null): void {
  app.use(path, (request: Request & { accountability?: Accountability | null }, response: Response, next: NextFunction) => {
    const email = (request.body as { email?: unknown } | undefined)?.email;
    if (request.method !== 'POST' || typeof email !== 'string') {
      next();
      return;
    }
    const place = callerPlace(request.accountability?.ip ?? request.ip ?? '');
    const key = createHash('sha256').update(`${place} ${email.toLowerCase()}`).digest('base64');
    const now = Date.now();
    const fromHere = ofPlaces?.begin(place, now) ?? null;
    const reset = fromHere ?? attempts.begin(key, now);
    if (reset) {
      response.set('Retry-After', String(Math.ceil((reset.getTime() - now) / 1000)));
      const limit = (fromHere ? ofPlaces : attempts)?.most ?? 0;
      next(new TooManyTriesError({ limit, reset, what: fromHere ? FROM_HERE : what }));
      return;
    }
    response.once('finish', () => {
      if (response.statusCode !== 200) return;
      attempts.succeeded(key);
      ofPlaces?.forget(place);
    });
    next();
  });
}
