import type { Query } from '@directus/types';
import { expect, it } from 'vitest';
import { asksBeyond } from './asksBeyond.ts';
import { model } from './testing/sample.ts';

it.each<[string, unknown, boolean]>([
  [
    'own fields and keys',
    { filter: { _and: [{ name: { _eq: 'a' } }, { login: { _eq: 'b' } }] }, sort: ['-name', 'login'], deep: { memberships: { _limit: -1 } } },
    false,
  ],
  ['a filter over a relation', { filter: { _and: [{ _or: [{ login: { name: { _eq: 'a' } } }] }] } }, true],
  ['a filter on a list', { filter: { memberships: { _none: {} } } }, true],
  ['a number of rows', { filter: { 'count(memberships)': { _eq: 0 } } }, true],
  ['an order', { sort: ['-login.name'] }, true],
  ['a group', { group: ['count(memberships)'] }, true],
  ['a filter in deep', { deep: { memberships: { team: { _filter: { enterprise: { name: { _eq: 'a' } } } } } } }, true],
])('%s', (_, query, expected) => {
  expect(asksBeyond(query as Query, 'people', model)).toBe(expected);
});
