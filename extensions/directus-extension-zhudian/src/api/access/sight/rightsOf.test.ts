import type { Accountability } from '@directus/types';
import { expect, it } from 'vitest';
import type { Rights } from './KeptRights.ts';
import { rightsOf } from './rightsOf.ts';

const right = (policy: string | null) => ({ policy, collection: policy ?? 'own', fields: ['*'], permissions: null });
const rights: Rights = {
  permissions: [right('office'), right('person'), right('public'), right(null)],
  assignments: [
    { policy: 'office', role: 'county', user: null },
    { policy: 'person', role: null, user: 'me' },
    { policy: 'public', role: null, user: null },
  ],
};

it.each<[string, Partial<Accountability>, string[]]>([
  ['somebody of a role', { user: 'you', roles: ['county'], app: true }, ['office', 'own']],
  ['somebody with a policy of their own', { user: 'me', roles: ['city'], app: false }, ['person']],
  ['a stranger', { user: null, roles: [], app: false }, ['public']],
  ['who comes by a share', { user: null, roles: ['county'], app: true, share: 'x' }, []],
])('%s has their own rights', (_, who, expected) => {
  expect(rightsOf(who as Accountability, rights).map(({ collection }) => collection)).toEqual(expected);
});
