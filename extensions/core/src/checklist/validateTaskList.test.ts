import { expect, it } from 'vitest';
import { publishedFaults } from './publishedFaults.ts';
import { taskListDayFaults, validateTaskList } from './validateTaskList.ts';

const rules = (faults: readonly { rule: string }[]): string[] => faults.map(({ rule }) => rule);

it('a list names whom it is for', () => {
  expect(validateTaskList({ scope: 'city' }, 0)).toEqual([]);
  expect(rules(validateTaskList({ scope: 'county', county: '' }, 0))).toEqual(['task_list.county.required']);
  expect(rules(validateTaskList({ scope: 'enterprise', enterprise: null }, 0))).toEqual(['task_list.enterprise.required']);
});

it('a list ends no earlier than it begins, on days within reason', () => {
  expect(rules(validateTaskList({ scope: 'city', valid_from: '2026-11-02', valid_to: '2026-11-01' }, 0))).toEqual(['task_list.valid_to.before_from']);
  expect(validateTaskList({ scope: 'city', valid_from: '2026-11-02', valid_to: '2026-11-02' }, 0)).toEqual([]);
  expect(rules(taskListDayFaults({ valid_from: '0206-11-03', valid_to: '2206-11-03' }, '2026-11-23'))).toEqual([
    'task_list.valid_from.far',
    'task_list.valid_to.far',
  ]);
  expect(taskListDayFaults({ valid_from: '2026-11-03', valid_to: null }, '2026-11-23')).toEqual([]);
});

it('a list without an item is not published', () => {
  expect(rules(validateTaskList({ scope: 'city', status: 'published' }, 0))).toEqual(['task_list.items.required']);
  expect(validateTaskList({ scope: 'city', status: 'published' }, 1)).toEqual([]);
  expect(validateTaskList({ scope: 'city', status: 'published' }, null)).toEqual([]);
});

it('what is published keeps its wording and goes back to no draft; what is sent as it stands is no change', () => {
  const list = { name: '重点时段清单', scope: 'city', version: 1, status: 'published' };
  expect(rules(publishedFaults(list, { name: '清单', items: [] }))).toEqual(['task_list.published', 'task_list.published']);
  expect(rules(publishedFaults(list, { items: { create: [], update: [], delete: ['a'] } }))).toEqual(['task_list.published']);
  expect(rules(publishedFaults(list, { status: 'draft' }))).toEqual(['task_list.stays_published']);
  expect(publishedFaults(list, { name: '重点时段清单', status: 'retired', items: { create: [] } })).toEqual([]);
  expect(publishedFaults(list, { items: null })).toEqual([]);
});
