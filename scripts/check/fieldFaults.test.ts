import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DUMP } from '../schema/directusSync.ts';
import { readSnapshot } from '../schema/readSnapshot.ts';
import type { SnapshotField } from '../schema/Snapshot.ts';
import { fieldFaults, type FieldPermission } from './fieldFaults.ts';

const snapshot = readSnapshot();
const permissions = JSON.parse(readFileSync(join(DUMP, 'collections/permissions.json'), 'utf8')) as FieldPermission[];

describe('the table of fields', () => {
  it('names every field of the data model, with the rights that the permission rules give', () => {
    expect(fieldFaults(snapshot, permissions)).toEqual([]);
  });

  it('fails with the name of a field that somebody adds, also of one that lists rows', () => {
    const [like, list] = ['log', 'items'].map((name) => snapshot.fields.find(({ collection, field }) => collection === 'visits' && field === name)!);
    const added = [like!, list!].map((field, index): SnapshotField => ({ ...field, field: `brought_${index}` }));
    const told = fieldFaults({ ...snapshot, fields: [...snapshot.fields, ...added] }, permissions);
    expect(told).toEqual([expect.stringContaining('visits.brought_0:'), expect.stringContaining('visits.brought_1:')]);
  });

  it('fails with the name of a collection that somebody adds, and of a field that is no more', () => {
    const collections = [...snapshot.collections, { ...snapshot.collections.find(({ schema }) => schema)!, collection: 'drones' }];
    expect(fieldFaults({ ...snapshot, collections }, permissions)).toEqual([expect.stringContaining('drones:')]);
    const left = snapshot.fields.filter(({ collection, field }) => !(collection === 'visits' && field === 'remarks'));
    expect(fieldFaults({ ...snapshot, fields: left }, permissions)).toEqual([expect.stringContaining('visits.remarks:')]);
  });

  it('fails when a permission rule opens a field, or closes one', () => {
    const opened = permissions.map((one) => (one.collection === 'counties' && one.action === 'read' ? { ...one, fields: ['*'] } : one));
    expect(fieldFaults(snapshot, opened)).toContain('counties.email: the permission rules let inspector read it, schema/access/fields.ts does not');
    const closed = permissions.filter((one) => !(one.collection === 'suspicions' && one.action === 'update'));
    expect(fieldFaults(snapshot, closed)).toContain('suspicions.note: schema/access/fields.ts lets city update it, the permission rules do not');
  });
});
