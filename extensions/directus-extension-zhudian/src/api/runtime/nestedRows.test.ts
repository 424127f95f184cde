import { describe, expect, it } from 'vitest';
import { nestedRows } from './nestedRows.ts';

const current = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
];

describe('nestedRows', () => {
  it('leaves the rows as they are when nothing is sent for them', () => {
    expect(nestedRows(current, undefined)).toEqual(current);
  });

  it('reads a whole list: keys, changed rows and new ones; what is missing is gone', () => {
    expect(nestedRows(current, ['b', { id: 'a', name: '丙' }, { name: '丁' }])).toEqual([
      { id: 'b', name: '乙' },
      { id: 'a', name: '丙' },
      { name: '丁' },
    ]);
    expect(nestedRows(current, [])).toEqual([]);
  });

  it('reads what is new, changed and gone', () => {
    const change = { create: [{ name: '丁' }], update: [{ id: 'a', name: '丙' }], delete: ['b'] };
    expect(nestedRows(current, change)).toEqual([{ id: 'a', name: '丙' }, { name: '丁' }]);
  });

  it('takes a row that is linked from elsewhere', () => {
    expect(nestedRows(current, { update: [{ id: 'c', visit: 'v' }] })).toEqual([...current, { id: 'c', visit: 'v' }]);
  });
});
