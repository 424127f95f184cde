import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { roles } from '../../schema/roles.ts';

it('the roles that PostgreSQL asks for have the keys that Directus knows them by', () => {
  const sql = readFileSync(new URL('../../schema/sql/070-people.sql', import.meta.url), 'utf8');
  const named = [...sql.matchAll(/WHEN '(\w+)' THEN '([0-9a-f-]{36})'::uuid/g)].map(([, name, key]) => [name, key]);
  expect(named).toEqual([
    ['county', roles.county.id],
    ['inspector', roles.inspector.id],
  ]);
});
