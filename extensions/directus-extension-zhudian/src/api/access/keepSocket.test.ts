import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepSocket } from './keepSocket.ts';

let server: Server;
/** What a request counts when its answer is finished, as Directus asks. */
let counted: number | undefined;

beforeEach(async () => {
  const app = express();
  app.use('/none', (request, _response, next) => {
    Object.assign(request, { socket: null });
    next();
  });
  keepSocket(app);
  app.use((request, response) => {
    const lost = request.path === '/lost';
    response.once('finish', () => {
      if (lost) Object.assign(request, { socket: null });
      counted = request.socket.bytesRead;
    });
    response.send('answered');
  });
  counted = undefined;
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
});
afterEach(() => server.close());

const ask = async (path: string): Promise<string> =>
  await (await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`)).text();

it('a request whose socket is taken away still has one to count', async () => {
  expect(await ask('/lost')).toBe('answered');
  expect(counted).toBeGreaterThan(0);
});

it('a request that comes without one counts no bytes', async () => {
  expect(await ask('/none')).toBe('answered');
  expect(counted).toBe(0);
});
