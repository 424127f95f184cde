import { expect, it } from 'vitest';
import { requiredFaults } from './requiredFaults.ts';

const fields = (collection: string, sent: object, isNew: boolean): string[] =>
  requiredFaults(collection, sent as Record<string, unknown>, isNew).map(({ field }) => field);

it('a new row has what it cannot be without; a change empties none of it', () => {
  expect(fields('visits', {}, true)).toEqual(['enterprise', 'visited_on']);
  expect(fields('visits', { enterprise: 'e', visited_on: '2026-11-03' }, true)).toEqual([]);
  expect(fields('visits', {}, false)).toEqual([]);
  expect(fields('visits', { visited_on: null, status: null, drills_urged: null }, false)).toEqual(['visited_on', 'status', 'drills_urged']);
  expect(fields('visit_inspectors', { visit: 'v' }, true)).toEqual(['inspector']);
  expect(fields('monthly_reports', { period: '2026-11' }, true)).toEqual([]);
  expect(fields('contacts', {}, true)).toEqual([]);
});

it('says which one and what to do', () => {
  expect(requiredFaults('visits', { drills_urged: null }, false)).toEqual([
    { field: 'drills_urged', rule: 'visits.drills_urged.required', message: '“督促开展应急演练（次）”不能留空；没有的请填 0' },
  ]);
});
