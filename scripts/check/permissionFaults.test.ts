import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { permissionFaults } from './permissionFaults.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-permissions-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('tells a right that ends by itself, in its rule and in its validation', () => {
  const file = join(folder, 'permissions.json');
  const right = { action: 'update', collection: 'visit_items', permissions: {}, validation: null };
  const recent = { _and: [{ visit: { submitted_at: { _gte: '$NOW(-1 minute)' } } }] };
  writeFileSync(file, JSON.stringify([right, { ...right, permissions: recent }, { ...right, action: 'create', validation: recent }]));
  expect(permissionFaults(file)).toEqual([
    'the right to update visit_items depends on how long ago something was ($NOW)',
    'the right to create visit_items depends on how long ago something was ($NOW)',
  ]);
});

it('finds none in the data model', () => {
  expect(permissionFaults(join(import.meta.dirname, '../../schema/directus/collections/permissions.json'))).toEqual([]);
});
