import type { Request, RequestHandler, Response } from 'express';
import { expect, it } from 'vitest';
import { keepSocket } from './keepSocket.ts';

function kept(request: { socket: unknown }): Request {
  keepSocket({ use: ((handle: RequestHandler) => void handle(request as Request, {} as Response, () => undefined)) as never });
  return request as Request;
}

it('a request whose socket is taken away still has one to count', () => {
  const request = kept({ socket: { bytesRead: 7 } });
  Object.assign(request, { socket: null });
  expect(request.socket.bytesRead).toBe(7);
});

it('a request that comes without one counts no bytes', () => {
  expect(kept({ socket: null }).socket.bytesRead).toBe(0);
});
