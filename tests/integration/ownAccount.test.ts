import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../support/Api.ts';
import { done, refusedBy } from '../support/answers.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

const ROLES = ['city', 'county', 'inspector', 'auditor'] as const;

const test = useTestStack();
let by: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  by = await logins(test);
}, 600_000);

const email = (role: string): string => `${role}@zhudian.example.org`;
const enter = async (role: string, password: string, otp?: string): Promise<number> =>
  (await new Api(test.stack.config.urls.directus, null).send('POST', '/auth/login', { email: email(role), password, otp })).status;

/** A six-digit code of this half minute, as an authenticator shows it (RFC 6238). */
function code(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

describe.each(ROLES)('the account of %s', (role) => {
  const next = `river-stone-${role.length}7`;

  it('has a password that its owner changes, and none that is easily guessed', async () => {
    for (const weak of ['12345678', 'river-stone', `${role}-river-2026x`.replace(role, 'zhudian')]) {
      const refused = await by[role].send('PATCH', '/users/me', { password: weak });
      expect([weak, refusedBy(refused)]).toEqual([weak, ['user.password.weak']]);
      expect(refused.errors[0]?.message).toMatch(/密码/);
    }
    expect((await by[role].send('PATCH', '/users/me', { password: next })).status).toBe(200);
    expect(await enter(role, test.stack.secrets.demoPasswords[role])).toBe(401);
    expect(await enter(role, next)).toBe(200);
  });

  it('takes a second factor, is asked for it from then on, and lets it go again', async () => {
    const own = await Api.login(test.stack.config.urls.directus, email(role), next);
    const { secret } = done(await own.send<{ secret: string }>('POST', '/users/me/tfa/generate', { password: next }));
    expect((await own.send('POST', '/users/me/tfa/enable', { secret, otp: code(secret) })).status).toBe(204);
    expect(await enter(role, next)).toBe(401);
    expect(await enter(role, next, code(secret))).toBe(200);
    const again = done(
      await new Api(test.stack.config.urls.directus, null).send<{ access_token: string }>('POST', '/auth/login', {
        email: email(role),
        password: next,
        otp: code(secret),
      }),
    );
    const entered = new Api(test.stack.config.urls.directus, again.access_token);
    expect((await entered.send('POST', '/users/me/tfa/disable', { otp: code(secret) })).status).toBe(204);
    expect(await enter(role, next)).toBe(200);
  });

  it('gets no more by it: neither name, address, county, role and state, nor anybody else’s password', async () => {
    const own = await Api.login(test.stack.config.urls.directus, email(role), next);
    for (const change of [
      { email: 'x@zhudian.example.org' },
      { role: null },
      { status: 'archived' },
      { county: null },
      { last_name: '王' },
      { token: 'x' },
    ]) {
      expect([change, (await own.send('PATCH', '/users/me', change)).status]).toEqual([change, 403]);
    }
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM directus_users WHERE email <> $1', [email(role)]);
    for (const { id } of rows) expect((await own.send('PATCH', `/users/${id}`, { password: 'river-stone-99' })).status).toBe(403);
    expect((await own.send('PATCH', '/users', { keys: rows.map(({ id }) => id), data: { password: 'river-stone-99' } })).status).toBe(403);
  });
});
