import { describe, expect, it } from 'vitest';
import { narrowFilter } from './narrowFilter.ts';
import type { Filter } from './Rule.ts';
import { everything, mine, own, sight } from './testing/sample.ts';

const narrow = (filter: Filter, collection = 'people', standing = {}): Filter =>
  narrowFilter(filter, collection, sight, { summed: false, optional: false, ...standing });
const named = { name: { _contains: '厂' } };

describe('a filter', () => {
  it('over no relation stays as it is', () => {
    for (const filter of [named, { login: { _eq: 'x' } }, { _or: [named, { id: { _in: ['a'] } }] }, {}]) expect(narrow(filter)).toEqual(filter);
  });

  it('asks of each row on its way what the caller may read there, and only of the row it goes over', () => {
    const asked = { memberships: { team: { enterprise: named } } };
    expect(narrow(asked)).toEqual({ _and: [asked, { memberships: { team: { enterprise: mine } } }] });
  });

  it('is narrowed where it stands, inside alternatives too', () => {
    const asked = { teams: { valid: { _eq: 1 } } };
    expect(narrow({ _or: [named, asked] }, 'enterprises')).toEqual({ _or: [named, { _and: [asked, { teams: { enterprise: mine } }] }] });
  });

  it('on a list itself asks for visible rows of it', () => {
    expect(narrow({ teams: { _nnull: true } }, 'enterprises')).toEqual({ _and: [{ teams: { _nnull: true } }, { teams: { enterprise: mine } }] });
  });

  it('on a key of the last row needs nothing of the row behind the key', () => {
    const asked = { team: { enterprise: { _eq: 'x' } } };
    expect(narrow(asked, 'members')).toEqual({ _and: [asked, { team: { enterprise: mine } }] });
  });

  it('joins the lists of a rule once more: another row may make it true than the one that is asked for', () => {
    const asked = { county: { enterprises: named } };
    expect(narrow(asked, 'enterprises')).toEqual({
      _and: [asked, { county: { '$FOLLOW(enterprises,county)': { watched: { _eq: true } } } }, { county: { enterprises: mine } }],
    });
  });

  it('that follows a key from its other end is narrowed in the same way', () => {
    const asked = { '$FOLLOW(members,person)': { team: { id: { _eq: 'x' } } } };
    expect(narrow(asked)).toEqual({ _and: [asked, { '$FOLLOW(members,person)': { team: { enterprise: mine } } }] });
  });

  it('of whoever may read everything stays as it is', () => {
    const asked = { memberships: { team: { enterprise: named } } };
    expect(narrowFilter(asked, 'people', everything, { summed: true, optional: true })).toEqual(asked);
  });

  it('over a collection or a field that may not be read is refused', () => {
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' }) as Error;
    expect(() => narrow({ county: { enterprises: { phone: { _eq: '1' } } } }, 'enterprises')).toThrow(forbidden);
    expect(() => narrow({ notes: { text: { _eq: 'a' } } })).toThrow(forbidden);
    expect(() => narrow({ notes: { _none: {} } })).toThrow(forbidden);
  });
});

describe('some and none of a list', () => {
  const asked = { team: { enterprise: named } };
  const narrowed = { _and: [asked, { team: { enterprise: mine } }] };

  it('are narrowed inside: a row hidden further on is as good as absent', () => {
    const inside = { id: { _nnull: true }, _and: [narrowed] };
    for (const quantifier of ['_some', '_none'])
      expect(narrow({ memberships: { [quantifier]: asked } })).toEqual({ memberships: { [quantifier]: inside } });
  });

  it('begin with a field: Directus overlooks what begins with alternatives', () => {
    const inside = { id: { _nnull: true }, _and: [{ _or: [{ id: { _eq: 'x' } }, narrowed] }] };
    expect(narrow({ memberships: { _some: { _or: [{ id: { _eq: 'x' } }, asked] } } })).toEqual({ memberships: { _some: inside } });
    expect(narrow({ memberships: { _some: { id: { _eq: 'x' } } } })).toEqual({ memberships: { _some: { id: { _eq: 'x' } } } });
  });
});

describe('the number of a list', () => {
  it('is no condition where some of its rows are hidden', () => {
    expect(() => narrow({ 'count(memberships)': { _gt: 1 } })).toThrow(expect.objectContaining({ code: 'ZHUDIAN_HIDDEN_ROWS' }) as Error);
    const asked = { 'count(memberships)': { _gt: 1 } };
    expect(narrowFilter(asked, 'people', everything, { summed: false, optional: false })).toEqual(asked);
  });
});

describe('a field that can be read of some rows only', () => {
  it('is asked of those, in the own collection and on the way', () => {
    expect(narrow({ mark: { _eq: 'x' } }, 'logins')).toEqual({ _and: [{ mark: { _eq: 'x' } }, own] });
    expect(narrow({ login: { mark: { _eq: 'x' } } })).toEqual({ _and: [{ login: { mark: { _eq: 'x' } } }, { login: own }] });
    expect(narrow({ name: { _eq: 'x' } }, 'logins')).toEqual({ name: { _eq: 'x' } });
  });
});

describe('a sum', () => {
  it('is refused where a row would count once for each hidden row it is joined with', () => {
    const asked = { memberships: { team: { id: { _eq: 'x' } } } };
    expect(() => narrow({ _or: [named, asked] }, 'people', { summed: true })).toThrow(/汇总/);
    expect(() => narrow({ county: { name: { _eq: 'x' } } }, 'enterprises', { summed: true })).toThrow(/汇总/);
    expect(narrow(asked, 'people', { summed: true })).toMatchObject({ _and: [asked, {}] });
  });
});
