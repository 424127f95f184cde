import { expect, it } from 'vitest';
import type { Snapshot, SnapshotField } from './Snapshot.ts';
import { renderTypes } from './renderTypes.ts';

const field = (name: string, type: string, more: Partial<SnapshotField> = {}): SnapshotField => ({
  collection: 'counties',
  field: name,
  type,
  meta: { interface: null, display: null, special: null, options: null, translations: null },
  schema: { is_nullable: true },
  ...more,
});
const collection = (name: string): Snapshot['collections'][number] => ({
  collection: name,
  meta: { singleton: false, hidden: false, note: null, translations: null },
  schema: {},
});

it('gives each table a file with its columns as the driver reads them, and one that joins them', () => {
  const files = renderTypes({
    collections: [collection('counties'), collection('visit_items'), { ...collection('folder'), schema: null }],
    fields: [
      field('since', 'date'),
      field('id', 'uuid', { schema: { is_nullable: false } }),
      field('share', 'decimal'),
      field('plan', 'json'),
      field('contacts', 'alias', { schema: undefined }),
      field('chief', 'uuid'),
      field('status', 'string', {
        schema: { is_nullable: false },
        meta: { ...field('', '').meta, options: { choices: [{ value: 'active' }, { value: 'inactive' }] } },
      }),
    ],
    relations: [{ collection: 'counties', field: 'chief', related_collection: 'directus_users', meta: { one_field: null } }],
  });
  expect(Object.keys(files)).toEqual(['County.ts', 'VisitItem.ts', 'Rows.ts']);
  const columns = [...files['County.ts']!.matchAll(/^ {2}(\w+: .*);$/gmu)].map(([, column]) => column);
  expect(columns).toEqual([
    'chief: string | null',
    'id: string',
    'plan: unknown',
    'share: string | null',
    'since: Date | null',
    "status: 'active' | 'inactive'",
  ]);
  expect(files['Rows.ts']).toContain('  counties: County;\n  visit_items: VisitItem;\n');
});
