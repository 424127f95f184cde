import type { SchemaOverview } from '@directus/types';
import type { Permission } from '../Permission.ts';
import { RuledSight } from '../RuledSight.ts';
import type { Model } from '../Sight.ts';

type Relation = SchemaOverview['relations'][number];

const refers = (collection: string, field: string, to: string, list: string | null): Relation =>
  ({ collection, field, related_collection: to, schema: null, meta: { one_field: list } }) as unknown as Relation;

/** For tests: people who are in teams of enterprises of counties, each with a list the other way; and notes on people. */
export const model: Model = {
  relations: [
    refers('members', 'person', 'people', 'memberships'),
    refers('members', 'team', 'teams', 'members'),
    refers('teams', 'enterprise', 'enterprises', 'teams'),
    refers('enterprises', 'county', 'counties', 'enterprises'),
    refers('enterprises', 'parent', 'enterprises', null),
    refers('people', 'login', 'logins', null),
    refers('notes', 'person', 'people', 'notes'),
  ],
  collections: Object.fromEntries(
    ['people', 'members', 'teams', 'enterprises', 'counties', 'logins', 'notes'].map((name) => [name, { collection: name, primary: 'id' }]),
  ) as unknown as Model['collections'],
};

/** For tests: a county office; all people are shared, of logins everybody's name can be read and one's own mark, of notes nothing. */
export const mine = { county: { _eq: 'mine' } };
export const own = { id: { _eq: 'me' } };
const rights: Permission[] = [
  { collection: 'people', fields: ['*'], permissions: null },
  { collection: 'members', fields: ['*'], permissions: { team: { enterprise: mine } } },
  { collection: 'teams', fields: ['*'], permissions: { enterprise: mine } },
  { collection: 'enterprises', fields: ['id', 'name', 'county', 'teams', 'parent'], permissions: mine },
  { collection: 'counties', fields: ['*'], permissions: { enterprises: { watched: { _eq: true } } } },
  { collection: 'logins', fields: ['id', 'name'], permissions: {} },
  { collection: 'logins', fields: ['id', 'name', 'mark'], permissions: own },
];

export const sight = new RuledSight(rights, model);
export const everything = new RuledSight(
  rights.map((right) => ({ ...right, fields: ['*'], permissions: null })),
  model,
);
