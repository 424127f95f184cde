import { expect, it } from 'vitest';
import { additions } from './additions.ts';
import type { Snapshot } from './Snapshot.ts';

const meta = { singleton: false, hidden: false, note: null, translations: null };
const field = (collection: string, name: string) => ({
  ...{ collection, field: name, type: 'string' },
  meta: { interface: null, display: null, special: null, options: null, translations: null },
});
const relation = (collection: string, name: string, related_collection: string) => ({
  ...{ collection, field: name, related_collection },
  meta: { one_field: null },
});
const dump: Snapshot = {
  collections: [{ collection: 'visits', meta, schema: {} }],
  fields: [field('visits', 'id'), field('visits', 'team'), field('directus_users', 'county')],
  relations: [relation('visits', 'team', 'teams')],
};

it('is nothing where nobody added anything', () => {
  expect(additions(dump, dump, [])).toEqual({ collections: [], fields: [], relations: [] });
});

it('is what an office made, but neither what was withdrawn nor what hangs on that, nor the tool’s own table', () => {
  const more: Snapshot = {
    collections: ['office_lists', 'former', 'directus_sync_id_map'].map((collection) => ({ collection, meta, schema: {} })),
    fields: [
      ...[field('visits', 'office_note'), field('visits', 'former'), field('former', 'id'), field('directus_sync_id_map', 'id')],
      ...[field('office_lists', 'visit'), field('directus_users', 'desk')],
    ],
    relations: [relation('office_lists', 'visit', 'visits'), relation('visits', 'former', 'former'), relation('office_lists', 'gone', 'former')],
  };
  const installed: Snapshot = {
    collections: [...dump.collections, ...more.collections],
    fields: [...dump.fields, ...more.fields],
    relations: [...dump.relations, ...more.relations],
  };
  const found = additions(installed, dump, ['former', 'visits.former']);
  expect(found.collections.map(({ collection }) => collection)).toEqual(['office_lists']);
  expect(found.fields.map((one) => `${one.collection}.${one.field}`)).toEqual(['visits.office_note', 'office_lists.visit', 'directus_users.desk']);
  expect(found.relations.map((one) => one.field)).toEqual(['visit']);
});
