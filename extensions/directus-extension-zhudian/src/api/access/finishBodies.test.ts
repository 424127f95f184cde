import { Agent, createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Request } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishBodies } from './finishBodies.ts';

const MB = 1024 * 1024;
let server: Server;
let agent: Agent;
const sockets = new Set<unknown>();

beforeEach(async () => {
  const app = express();
  finishBodies(app, 8 * MB);
  app.get('/ping', (_, response) => void response.send('pong'));
  app.post('/unread', (_, response) => void response.status(429).send('too many'));
  // As busboy does with a part it refuses: it takes a little, then nothing, then it breaks.
  app.post('/broken', (incoming: Request, response) => {
    let taken = 0;
    const reader = new Writable({
      highWaterMark: 1000,
      write: (chunk: Buffer, _, done) => {
        taken += chunk.length;
        if (taken < 100_000) done();
        else if (!response.headersSent) {
          response.status(400).send('refused');
        }
      },
    });
    incoming.pipe(reader);
  });
  app.post('/paused', (incoming: Request, response) => {
    incoming.once('data', () => {
      incoming.pause();
      response.status(403).send('forbidden');
    });
  });
  app.post('/whole', (incoming: Request, response) => {
    incoming.resume().on('end', () => void response.send('thanks'));
  });
  server = createServer(app);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  sockets.clear();
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

async function ask(method: string, path: string, body?: Buffer): Promise<[number, string]> {
  const { port } = server.address() as AddressInfo;
  return await new Promise((resolve, reject) => {
    const asked = request({ port, method, path, agent, timeout: 3000, headers: body ? { 'content-length': body.length } : {} }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
    });
    asked.on('timeout', () => asked.destroy(new Error('not answered')));
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('a body that is refused before it has come', () => {
  it.each([
    ['/unread', 429],
    ['/broken', 400],
    ['/paused', 403],
    ['/whole', 200],
  ])('at %s leaves its connection to the next request', async (path, status) => {
    for (const size of [100, 200_000, 4 * MB]) {
      if (path === '/broken' && size < 200_000) continue;
      expect((await ask('POST', path, Buffer.alloc(size)))[0]).toBe(status);
      expect(await ask('GET', '/ping')).toEqual([200, 'pong']);
    }
    expect(sockets.size).toBe(1);
  });

  it('and goes on without end is cut off', async () => {
    const { port } = server.address() as AddressInfo;
    const endless = connect(port, '127.0.0.1');
    endless.on('error', () => undefined);
    const closed = new Promise<string>((resolve) => endless.on('close', () => resolve('cut off')));
    endless.write('POST /broken HTTP/1.1\r\nHost: zhudian.example\r\nContent-Length: 999999999\r\n\r\n');
    const more = setInterval(() => endless.write(Buffer.alloc(MB)), 5);
    expect(await Promise.race([closed, pause(4000, 'open')])).toBe('cut off');
    clearInterval(more);
    endless.destroy();
  });
});
