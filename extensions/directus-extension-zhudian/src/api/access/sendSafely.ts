import type { Application, NextFunction, Request, Response } from 'express';

/** What tells a browser to take an answer as what it says it is, and to tell other sites no address of ours. The proxy sends the same; not every office has one. */
const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin' } as const;

export function sendSafely(app: Application): void {
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.set(HEADERS);
    next();
  });
}
