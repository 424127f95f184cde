import { expect, it } from 'vitest';
import { addressTable } from './addressTable.ts';

const found = {
  directus: 'http://127.0.0.1:8055',
  n8n: 'http://127.0.0.1:8056',
  mail: 'http://127.0.0.1:8057',
  logins: { admin: { email: 'admin@zhudian.example.org', password: 'Geheim23' } },
};

it('shows log-ins to who sits before it, and in a log only where they are', () => {
  expect(addressTable(found)).toContain('Geheim23');
  const kept = addressTable(found, '/srv/zhudian/secrets.json');
  expect(kept).not.toContain('Geheim23');
  expect(kept).toContain('admin@zhudian.example.org  /srv/zhudian/secrets.json');
});

it('shows no catcher of mail where mail goes to a relay', () => {
  expect(addressTable(found)).toContain('http://127.0.0.1:8057');
  expect(addressTable({ ...found, mail: undefined })).not.toMatch(/8057|Mail catcher/);
});
