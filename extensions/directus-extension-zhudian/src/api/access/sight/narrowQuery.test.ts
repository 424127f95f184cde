import type { Query } from '@directus/types';
import { describe, expect, it } from 'vitest';
import type { CountRows } from './checkSort.ts';
import { narrowQuery } from './narrowQuery.ts';
import { everything, mine, own, sight } from './testing/sample.ts';

const never: CountRows = async () => Promise.reject(new Error('nothing had to be counted'));
const narrow = (query: Query, collection: string, count = never): Promise<Query> => narrowQuery(query, collection, sight, count);
const hidden = expect.objectContaining({ code: 'ZHUDIAN_HIDDEN_ROWS' }) as Error;

describe('an order', () => {
  const absent = { _or: [{ enterprise: { _null: true } }, { enterprise: mine }] };

  it('by a related row stands while every listed row has a visible one, or none', async () => {
    const filter = { valid: { _eq: 1 } };
    const asked: unknown[] = [];
    const count: CountRows = async (...given) => {
      asked.push(given);
      return [7, 7];
    };
    expect(await narrow({ filter, sort: ['-enterprise.name'] }, 'teams', count)).toMatchObject({ sort: ['-enterprise.name'] });
    expect(asked).toEqual([['teams', [filter, { _and: [filter, absent] }], null]]);
  });

  it('by a related row is refused as soon as one is hidden', async () => {
    await expect(narrow({ sort: ['enterprise.name'] }, 'teams', async () => [7, 6])).rejects.toThrow(hidden);
  });

  it('by the key of a related row is one by the own field', async () => {
    expect(await narrow({ sort: ['-enterprise.id'] }, 'teams')).toEqual({ sort: ['-enterprise'] });
  });

  it('by the rows of a list, or their number, is refused where some are hidden', async () => {
    for (const key of ['memberships', 'memberships.since', '-count(memberships)'])
      await expect(narrow({ sort: [key] }, 'people')).rejects.toThrow(hidden);
    const query = { sort: ['memberships.since', 'count(memberships)'] };
    expect(await narrowQuery(query, 'people', everything, never)).toEqual(query);
  });

  it('by a field of some rows only needs it of all that are listed', async () => {
    await expect(narrow({ sort: ['mark'] }, 'logins', async (_, filters) => [filters[1] === own ? 2 : 0, 1])).rejects.toThrow(hidden);
  });
});

describe('a group', () => {
  it('by hidden rows, or their number, is refused', async () => {
    for (const group of [['enterprise.name'], ['count(members)']]) await expect(narrow({ group }, 'teams')).rejects.toThrow(hidden);
    expect(await narrow({ group: ['enterprise'] }, 'teams')).toEqual({ group: ['enterprise'] });
  });
});

describe('a sum', () => {
  it('over a field of some rows only is one over those rows', async () => {
    expect(await narrow({ aggregate: { max: ['mark'], count: ['*'] } }, 'logins')).toMatchObject({ filter: own });
  });
});

describe('what deep says', () => {
  it('is narrowed at every depth, under its own name or another', async () => {
    const asked = { enterprise: { name: { _eq: '甲厂' } } };
    const narrowed = { _and: [asked, { enterprise: mine }] };
    const query = {
      alias: { all: 'memberships' },
      deep: { all: { _limit: 1, team: { _filter: asked } }, memberships: { _filter: { team: asked } } },
    };
    expect(await narrow(query as unknown as Query, 'people')).toEqual({
      alias: { all: 'memberships' },
      deep: {
        all: { _limit: 1, team: { _filter: narrowed } },
        memberships: { _filter: { _and: [{ team: asked }, { team: { enterprise: mine } }] } },
      },
    });
  });

  it('of no relation is left out', async () => {
    expect(await narrow({ deep: { nothing: { _filter: { a: { _eq: 1 } } } } }, 'people')).toEqual({ deep: {} });
  });
});
