import { expect, it } from 'vitest';
import { firstDoor } from './firstDoors.ts';

const ME = '7a68aaaa-0000-4000-8000-000000000001';
const ask = (method: string, path: string, { body, fields }: { body?: unknown; fields?: string[] } = {}): string =>
  firstDoor({ method, path, body, sanitizedQuery: fields ? { fields } : {} }, ME);

it('opens the own account, and of it the password alone to be written', () => {
  const password = 'river-stone-417';
  for (const path of ['/users/me', '/users/me/', `/users/${ME}`]) {
    expect([path, ask('GET', path, { fields: ['*', 'role.id', 'avatar.id'] }), ask('PATCH', path, { body: { password } })]).toEqual([
      path,
      'open',
      'open',
    ]);
    for (const body of [{}, null, [password], 'password', { password, role: null }, { email: 'a@b.example' }])
      expect([path, body, ask('PATCH', path, { body })]).toEqual([path, body, 'shut']);
    for (const field of ['county.name', 'role.users.email', 'count(tasks)', 'policies.*'])
      expect([path, field, ask('GET', path, { fields: [field] })]).toEqual([path, field, 'shut']);
  }
  expect(ask('PATCH', '/users/7a68aaaa-0000-4000-8000-000000000002', { body: { password } })).toBe('shut');
});

it('lets pass like a stranger where strangers get an answer too, and opens nothing by another spelling', () => {
  expect(ask('GET', `/assets/${ME}`)).toBe('stranger');
  expect(ask('GET', '/zhudian/health')).toBe('stranger');
  for (const path of [
    '/USERS/me',
    '/users//me',
    '/users/me/../x',
    '/items/users',
    '/settings/x',
    '/presets/1',
    '/assets',
    '/authors',
    '/extensions/x',
  ])
    expect([path, ask('GET', path)]).toEqual([path, 'shut']);
});

it('opens log-in, log-out, the link of a mail and the second factor that an office asks for, and reads of the panel alone', () => {
  for (const path of ['/auth/logout', '/auth/password/reset', '/users/me/tfa/generate', '/users/me/tfa/enable'])
    expect([path, ask('POST', path)]).toEqual([path, 'open']);
  expect([ask('GET', '/presets'), ask('POST', '/presets'), ask('SEARCH', '/presets'), ask('DELETE', '/users/me')]).toEqual([
    'open',
    'shut',
    'shut',
    'shut',
  ]);
});
