import { expect, it } from 'vitest';
import { readSnapshot } from '../schema/readSnapshot.ts';
import { momentFaults } from './momentFaults.ts';

it('every moment of the data model is shown and typed in Beijing time', () => {
  expect(readSnapshot().fields.filter(({ type }) => type === 'timestamp').length).toBeGreaterThan(50);
  expect(momentFaults()).toEqual([]);
});

it('names a field that is shown in the browser’s zone', () => {
  const { fields } = readSnapshot();
  const changed = fields.map((field) =>
    field.collection === 'visits' && field.field === 'arrived_at' ? { ...field, meta: { ...field.meta, display: 'datetime' } } : field,
  );
  expect(momentFaults(changed)).toEqual([expect.stringContaining('visits.arrived_at')]);
});
