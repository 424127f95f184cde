import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Accountability } from '@directus/types';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDoors } from './closeDoors.ts';

type Who = 'stranger' | 'officer' | 'admin';
let server: Server;
let url: string;

/** A server whose every path answers 200, and whose log-in takes the password `right`; who calls stands in a header. */
beforeAll(async () => {
  const app = express();
  app.use(express.json());
  app.use((request: express.Request & { accountability?: Partial<Accountability> }, _response, next) => {
    const who = request.headers['x-who'] as Who;
    request.accountability = { user: who === 'stranger' ? null : who, admin: who === 'admin', ip: String(request.headers['x-ip'] ?? '192.0.2.1') };
    next();
  });
  closeDoors(app);
  app.use('/auth/login', (request, response) => void response.sendStatus((request.body as { password: string }).password === 'right' ? 200 : 401));
  app.use((_request, response) => void response.sendStatus(200));
  app.use((error: { status: number }, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    response.sendStatus(error.status);
  });
  server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

async function ask(who: Who, path: string, body: unknown = {}, ip = '192.0.2.1'): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-who': who, 'x-ip': ip };
  return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

describe('doors', () => {
  const verify = { query: 'mutation { utils_hash_verify(string: "x", hash: "y") }' };

  it.each<[string, unknown, Record<Who, number>]>([
    ['/utils/hash/verify', {}, { stranger: 403, officer: 403, admin: 200 }],
    ['/UTILS/Random/string/', {}, { stranger: 403, officer: 403, admin: 200 }],
    ['/files/import', {}, { stranger: 403, officer: 403, admin: 200 }],
    ['/files/imports', {}, { stranger: 200, officer: 200, admin: 200 }],
    ['/utils/sort/visit_items', {}, { stranger: 403, officer: 403, admin: 200 }],
    ['/utils/sort/visit%5Fitems', {}, { stranger: 403, officer: 403, admin: 200 }],
    ['/utils/sort/counties', {}, { stranger: 403, officer: 200, admin: 200 }],
    ['/graphql/system', { query: '{ users_me { id } }' }, { stranger: 403, officer: 200, admin: 200 }],
    ['/graphql/system', verify, { stranger: 403, officer: 403, admin: 200 }],
    ['/GraphQL/System/', verify, { stranger: 403, officer: 403, admin: 200 }],
    ['/graphql/system', { query: ['mutation { utils_random_string }'] }, { stranger: 403, officer: 403, admin: 200 }],
    ['/graphql', verify, { stranger: 200, officer: 200, admin: 200 }],
  ])('%s with %j', async (path, body, expected) => {
    const seen = { stranger: await ask('stranger', path, body), officer: await ask('officer', path, body), admin: await ask('admin', path, body) };
    expect(seen).toEqual(expected);
  });
});

describe('the log-in', () => {
  const login = (email: string, password: string, ip?: string): Promise<number> => ask('stranger', '/auth/login', { email, password }, ip);

  it('is closed for one account to one place after ten wrong passwords, even to the right one', async () => {
    for (let n = 0; n < 10; n++) expect(await login('city@zhudian.example', 'wrong', '2001:db8::1')).toBe(401);
    expect(await login('City@zhudian.example', 'right', '2001:db8::2')).toBe(429);
    expect(await login('city@zhudian.example', 'right', '2001:db8:0:1::1')).toBe(200);
    expect(await login('county@zhudian.example', 'right', '2001:db8::1')).toBe(200);
  });

  it('counts anew after the right password', async () => {
    for (let n = 0; n < 9; n++) await login('a@zhudian.example', 'wrong');
    expect(await login('a@zhudian.example', 'right')).toBe(200);
    for (let n = 0; n < 10; n++) expect(await login('a@zhudian.example', 'wrong')).toBe(401);
    expect(await login('a@zhudian.example', 'wrong')).toBe(429);
  });
});
