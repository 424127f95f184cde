import { Socket } from 'node:net';
import type { Application } from 'express';

/**
 * Gives each request a socket for as long as it lives. Directus counts the bytes of the socket when an answer is finished, and the whole process
 * ends when a broken connection has left the request without one. A stand-in that was never connected counts as no bytes.
 */
export function keepSocket(app: Pick<Application, 'use'>): void {
  app.use((request, _response, next) => {
    let kept = (request.socket as Socket | null) ?? new Socket();
    Object.defineProperty(request, 'socket', {
      configurable: true,
      get: () => kept,
      set: (socket: Socket | null) => void (kept = socket ?? kept),
    });
    next();
  });
}
