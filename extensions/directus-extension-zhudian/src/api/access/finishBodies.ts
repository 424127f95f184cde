import type { Application, NextFunction, Request, Response } from 'express';

/** Bytes that are let through unread after an answer: a little more than the largest upload. What goes on beyond is cut off. */
const MOST_LEFT = 64 * 1024 * 1024;

/**
 * Lets the rest of a body through once its request is answered. A door that refuses while a body is still coming leaves the connection stopped in
 * the middle of it: Node drops the rest only of what nobody began to read. The next request on the connection (a phone's, a proxy's) would never be
 * heard, and to cut the connection off would cost the sender the answer. Registered before every door, so that it holds for all.
 */
export function finishBodies(app: Pick<Application, 'use'>, mostLeft = MOST_LEFT): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.once('finish', () => letThrough(request, mostLeft));
    next();
  });
}

function letThrough(request: Request, mostLeft: number): void {
  if (request.readableEnded || request.destroyed) return;
  // Whoever was reading has given up.
  request.unpipe();
  let left = mostLeft;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.on('error', () => undefined);
  request.resume();
}
